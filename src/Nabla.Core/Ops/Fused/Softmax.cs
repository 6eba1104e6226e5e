using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Turns scores along an axis into probabilities that add up to 1.</summary>
    /// <remarks>
    /// Computes <c>y = e^(x − m) / Σ e^(x − m)</c> with <c>m = max x</c>, which never overflows. Scores of −∞ get
    /// probability 0; NaN, and a line of nothing but −∞, make the whole line NaN.
    /// </remarks>
    /// <param name="axis">The axis along which they compete.</param>
    public Tensor Softmax(int axis = -1) => new SoftmaxOp(Shape.Axis(axis)).Apply(AsFloating());
}

internal sealed record SoftmaxOp(int Axis) : FusedOp
{
    public override bool HasOwnGradient => true;

    public override ValueRange Range => ValueRange.Distribution;

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

    public override Tensor[] Define(IReadOnlyList<Tensor> inputs)
    {
        Tensor x = inputs[0];
        if (x.Shape.ElementCount == 0)
        {
            return [x];
        }

        Tensor exponentials = (x - x.Max([Axis], keepAxes: true).StopGradient()).Exp();
        return [exponentials / exponentials.Sum([Axis], keepAxes: true)];
    }

    // One pass over each line instead of the several that the definition's quotient would give.
    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor y = node.Outputs[0], dy = gradients[0]!;
        return [y * (dy - (y * dy).Sum([Axis], keepAxes: true))];
    }
}
