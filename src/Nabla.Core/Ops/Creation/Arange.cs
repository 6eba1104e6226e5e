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
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is NaN or infinite, the step is 0, or there would be more than 2^59 numbers.
    /// </exception>
    /// <exception cref="OverflowException">The type is an integer type that does not reach to all numbers.</exception>
    public static Tensor Arange(Scalar start, Scalar stop, Scalar? step = null, DType? dtype = null)
    {
        Scalar stride = step ?? 1;
        (double first, double end, double distance) = (start.ToDouble(), stop.ToDouble(), stride.ToDouble());
        if (distance == 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(step), "Arange takes a step other than 0; a negative one counts down.");
        }

        double length = Math.Max(Math.Ceiling((end - first) / distance), 0);
        if (!(length < LargestWidth && double.IsFinite(first) && double.IsFinite(end) && double.IsFinite(distance)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(stop),
                $"Arange takes finite numbers with at most 2^59 steps between them, but got {start} to {stop} in steps "
                + $"of {stride}.");
        }

        long count = (long)length;
        bool isFloating = start.Kind is ScalarKind.Floating
            || stop.Kind is ScalarKind.Floating
            || stride.Kind is ScalarKind.Floating;
        DType type = dtype ?? (isFloating ? DType.Float32 : DType.Int32);
        if (count > 0 && type.IsInteger)
        {
            _ = ((Scalar)first).Fitting(type);
            _ = ((Scalar)(first + ((count - 1) * distance))).Fitting(type);
        }

        return new ArangeOp(count, first, distance, type).Apply();
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
