using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The numbers 0, 1, … below <paramref name="stop"/>.</summary>
    /// <inheritdoc cref="Arange(Scalar, Scalar, Scalar?, DType?)"/>
    public static Tensor Arange(Scalar stop) => Arange(0, stop);

    /// <summary>
    /// Numbers in even steps: <paramref name="start"/>, <paramref name="start"/> + <paramref name="step"/>, … before
    /// <paramref name="stop"/>.
    /// </summary>
    /// <param name="start">The first number.</param>
    /// <param name="stop">Where to stop; not part of the result.</param>
    /// <param name="step">The distance, not 0; by default 1.</param>
    /// <param name="dtype">The type; by default float32 when a number is floating, else int32.</param>
    /// <returns>[⌈(stop − start) / step⌉].</returns>
    public static Tensor Arange(Scalar start, Scalar stop, Scalar? step = null, DType? dtype = null)
    {
        Scalar stride = step ?? 1;
        double distance = stride.ToDouble();
        if (distance == 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(step), "Arange takes a step other than 0; a negative one counts down.");
        }

        long count = (long)Math.Max(Math.Ceiling((stop.ToDouble() - start.ToDouble()) / distance), 0);
        bool isFloating = start.Kind is ScalarKind.Floating
            || stop.Kind is ScalarKind.Floating
            || stride.Kind is ScalarKind.Floating;
        DType type = dtype ?? (isFloating ? DType.Float32 : DType.Int32);
        return new ArangeOp(count, start.ToDouble(), distance, type).Apply();
    }
}

/// <summary>Element <c>i</c> is <c>Start + i · Step</c>, computed in double precision.</summary>
internal sealed record ArangeOp(long Count, double Start, double Step, DType DType) : Op
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => new(DType, [Count]);

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [];

    public override void Reference(ReferenceCall call)
    {
        for (long i = 0; i < Count; i++)
        {
            call.Outputs[0][i] = Start + (i * Step);
        }
    }
}
