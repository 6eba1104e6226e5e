namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Makes channels into pixels: an image larger by a factor of fewer channels.</summary>
    /// <remarks>
    /// The channels of a pixel become a block of pixels in the order of PyTorch's <c>PixelShuffle</c>: for two spatial
    /// axes <c>y[b, h r + i, w r + j, c] = x[b, h, w, (c r + i) r + j]</c>. TensorFlow's <c>depth_to_space</c> counts
    /// channels the other way, <c>x[b, h, w, (i r + j) C + c]</c>.
    /// Source: W. Shi et al., Real-time single image and video super-resolution, 2016.
    /// </remarks>
    /// <param name="factor">By how much each spatial axis grows, 1 or more.</param>
    /// <returns>[batch, spatial · factor…, channels / factor^axes]; this is [batch, spatial…, channels].</returns>
    /// <exception cref="ShapeMismatchException">
    /// This is no image, or its channels are no multiple of the pixels of a block.
    /// </exception>
    public Tensor PixelShuffle(int factor)
    {
        string subject = PoolingWindow.SubjectOf("PixelShuffle");
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        int axes = SpatialNumbers.Of(subject, Shape, "factors", factor).Length;
        double block = Math.Pow(factor, axes);
        if (Shape[-1] % block != 0)
        {
            throw new ShapeMismatchException(
                $"{subject} makes blocks of {factor}^{axes} = {block} pixels of the channels of {Shape}, which are no "
                + $"multiple of that; let the layer before give {block}, {2 * block}, … channels.", Shape);
        }

        // [batch, spatial…, channels, blocks…] → [batch, spatial, block, …, channels]
        long[] blocks = [.. Enumerable.Repeat((long)factor, axes)];
        int[] order = new int[(2 * axes) + 2];
        long[] extents = [.. Shape.Extents[..^1], Shape[-1] / (long)block];
        order[^1] = axes + 1;
        for (int axis = 0; axis < axes; axis++)
        {
            (order[(2 * axis) + 1], order[(2 * axis) + 2]) = (axis + 1, axes + 2 + axis);
            extents[axis + 1] *= factor;
        }

        return Reshape(Shape.Create([.. Shape.Extents[..^1], Shape[-1] / (long)block, .. blocks]))
            .Permute(order).Reshape(Shape.Create(extents));
    }
}
