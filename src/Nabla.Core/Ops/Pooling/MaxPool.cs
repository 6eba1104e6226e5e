using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The largest element in each window that slides over the spatial axes, for each channel.</summary>
    /// <remarks>
    /// Elements added around the image never win. NaN wins; of equal elements the first does, and it alone has the
    /// gradient, as in PyTorch. Integers become floating numbers.
    /// </remarks>
    /// <param name="size">The window: one extent for each of the spatial axes, or one for all.</param>
    /// <param name="strides">How far it moves; by default as far as it is wide.</param>
    /// <param name="padding">What is added around the image; by default nothing.</param>
    /// <param name="dilations">How far apart its elements are; by default 1.</param>
    /// <returns>[batch, spatial…, channels]; this has that form too.</returns>
    /// <exception cref="ArgumentException">There is not a number for each axis, or the window is huge.</exception>
    /// <exception cref="ShapeMismatchException">
    /// This is no image, the window is larger than it with its padding, or somewhere sees nothing but padding.
    /// </exception>
    /// <example><code>Tensor half = images.MaxPool(2);   // [32, 28, 28, 16] becomes [32, 14, 14, 16]</code></example>
    public Tensor MaxPool(
        Axes<long> size, Axes<long> strides = default, Padding? padding = null, Axes<long> dilations = default)
    {
        PoolingWindow window = PoolingWindow.Over("MaxPool", this, size, strides, padding, dilations);
        return MaxPoolOp.Of("MaxPool", window);
    }
}

/// <summary>
/// The largest of the taps of each element and, saved for the gradient, its number among them: as a byte where bytes
/// suffice, else as a number of the input's type.
/// </summary>
internal sealed record MaxPoolOp(Axes<AxisTaps> Taps) : Op
{
    // Whole numbers of float32 are exact that far.
    private const long MostTaps = 1 << 24;
    private const long MostInBytes = 256;

    public override int OutputCount => 2;

    /// <summary>Records the operation.</summary>
    public static Tensor Of(string name, PoolingWindow window) => LimitOf(window.Taps) <= MostTaps
        ? new MaxPoolOp(window.Taps).Apply(window.Image)
        : throw new ArgumentException(
            $"{PoolingWindow.SubjectOf(name)} takes windows of up to 2^24 elements; for all of an image, use Max.");

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => TapShapes.Infer(Subject, inputs[0], Taps);

    public override TensorSpec InferOutput(ReadOnlySpan<Tensor> inputs, int output)
    {
        TensorSpec values = Infer(inputs);
        return output == 0 || LimitOf(Taps) > MostInBytes ? values : values with { DType = DType.UInt8 };
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [gradients[0] is { } dy ? new MaxPoolScatterOp(Taps).Apply(node.Outputs[1], dy) : null];

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0], y = call.Outputs[0], choice = call.Outputs[1];
        var taps = new GridTaps(TapGrid.Of(Taps));
        for (long i = 0; i < y.Values.Length; i++)
        {
            (double best, long number) = (double.NegativeInfinity, -1);
            foreach ((long place, long tap) in taps.Of(i))
            {
                if (number < 0 || x[place] > best || double.IsNaN(x[place]))
                {
                    (best, number) = (x[place], tap);
                }
            }

            (y[i], choice[i]) = (best, number);
        }
    }

    private static long LimitOf(Axes<AxisTaps> taps)
    {
        long limit = 1;
        foreach (AxisTaps axis in taps)
        {
            limit = Math.Min(limit, MostTaps + 1) * Math.Min(axis.Limit, MostTaps + 1);
        }

        return limit;
    }
}
