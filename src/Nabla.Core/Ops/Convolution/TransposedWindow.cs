using Nabla.Graph;

namespace Nabla;

/// <summary>
/// The window of a transposed convolution: the one that slides over its result, and the result's extents.
/// </summary>
internal sealed record TransposedWindow(SlidingWindow Window, Axes<long> Spatial)
{
    private static string Subject => LayerScope.Current is { } path
        ? $"{nameof(Tensor.ConvTranspose)} in layer '{path}'"
        : nameof(Tensor.ConvTranspose);

    public static TransposedWindow Of(
        Shape image, ReadOnlySpan<long> size, ReadOnlySpan<long> strides, Padding padding,
        ReadOnlySpan<long> outputPadding, ReadOnlySpan<long> dilations)
    {
        // Over an image so large that everything fits; only the numbers for each axis are wanted of it.
        int rank = image.Rank - 2;
        Shape ample = Shape.Create([1, .. Enumerable.Repeat(1L, rank), 1]);
        SlidingWindow numbers = SlidingWindow.Over(Subject, ample, size, strides, Padding.Same, dilations);
        long[] extra = SlidingWindow.Numbers(Subject, "outputPadding", outputPadding, rank, least: 0);
        if (padding.Kind is PaddingKind.Same or PaddingKind.Causal && extra.AsSpan().ContainsAnyExcept(0))
        {
            throw new ArgumentException(
                $"{Subject} with padding {padding} settles the size of the result without an outputPadding; leave that "
                + "out, or give the padding as numbers.", nameof(outputPadding));
        }

        var spatial = new long[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            long stride = numbers.Strides[axis], reach = numbers.Reach(axis);
            if (extra[axis] >= stride && extra[axis] > 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(outputPadding), extra[axis],
                    $"{Subject} takes an outputPadding less than the stride, {stride} on spatial axis {axis}.");
            }

            long grown = checked(((image[axis + 1] - 1) * stride) + reach + extra[axis]);
            (long before, long after) = padding.Kind is PaddingKind.Explicit
                ? padding.WidthsOf(axis, grown, reach, stride)
                : (0, 0);
            spatial[axis] = padding.Kind switch
            {
                PaddingKind.Same or PaddingKind.Causal => image[axis + 1] * stride,
                _ => grown - before - after,
            };
            if (spatial[axis] < 1)
            {
                throw new ShapeMismatchException(
                    $"{Subject} of {image} has {grown} pixels on spatial axis {axis}, and the padding {padding} leaves "
                    + "none of them; take less padding.", image);
            }
        }

        Shape result = Shape.Create([image[0], .. spatial, 1]);
        return new TransposedWindow(
            SlidingWindow.Over(Subject, result, size, strides, padding, dilations), spatial);
    }
}
