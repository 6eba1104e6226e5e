using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>
    /// The same numbers, once none of them is NaN or infinite; otherwise running fails before any variable changes.
    /// </summary>
    /// <param name="subject">What the numbers are, for the message: <c>the loss</c>.</param>
    /// <exception cref="NonFiniteException">When it runs: an element is NaN or infinite.</exception>
    public Tensor CheckFinite(string subject)
    {
        ArgumentException.ThrowIfNullOrEmpty(subject);
        return DType.IsFloating ? new CheckFiniteOp(subject).Apply(this) : this;
    }
}

internal sealed record CheckFiniteOp(string Of) : Op
{
    public override bool CanFail => true;

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [gradients[0]];

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0];
        for (long i = 0; i < x.Values.Length; i++)
        {
            call.Outputs[0][i] = double.IsFinite(x[i]) ? x[i] : throw Failure(LayerScope.Current, x[i], i, x.Shape);
        }
    }

    /// <summary>What a kernel throws for the element at a row-major position.</summary>
    public NonFiniteException Failure(string? path, double value, long position, Shape shape) => new(
        $"{Of}{(path is null ? "" : $" in layer '{path}'")} is {value}"
        + $"{(shape.Rank == 0 ? "" : $" at position {position} of {shape}")}; "
        + "lower the learning rate, clip gradients, or look for zeros under a logarithm, root or division.");
}
