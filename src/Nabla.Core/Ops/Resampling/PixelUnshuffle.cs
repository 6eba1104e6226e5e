namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Makes blocks of pixels into channels: the inverse of <see cref="PixelShuffle"/>.</summary>
    /// <remarks>
    /// For two spatial axes <c>y[b, h, w, (c r + i) r + j] = x[b, h r + i, w r + j, c]</c>, in the order of PyTorch's
    /// <c>PixelUnshuffle</c>; TensorFlow's <c>space_to_depth</c> counts channels the other way.
    /// </remarks>
    /// <param name="factor">By how much each spatial axis shrinks, 1 or more.</param>
    /// <returns>[batch, spatial / factor…, channels · factor^axes]; this is [batch, spatial…, channels].</returns>
    /// <exception cref="ShapeMismatchException">
    /// This is no image, or an extent is no multiple of the factor.
    /// </exception>
    public Tensor PixelUnshuffle(int factor)
    {
        string subject = PoolingWindow.SubjectOf("PixelUnshuffle");
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        int axes = SpatialNumbers.Of(subject, Shape, "factors", factor).Length;

        // [batch, spatial, block, …, channels] → [batch, spatial…, channels, blocks…]
        List<long> extents = [Shape[0]], result = [Shape[0]];
        List<int> order = [0];
        for (int axis = 1; axis <= axes; axis++)
        {
            if (Shape[axis] % factor != 0)
            {
                throw new ShapeMismatchException(
                    $"{subject} takes extents that are multiples of {factor} but got {Shape}; pad or crop the image "
                    + "first.", Shape);
            }

            extents.AddRange([Shape[axis] / factor, factor]);
            result.Add(Shape[axis] / factor);
            order.Add((2 * axis) - 1);
        }

        order.Add((2 * axes) + 1);
        order.AddRange(Enumerable.Range(1, axes).Select(axis => 2 * axis));
        result.Add(checked(Shape[-1] * (long)Math.Pow(factor, axes)));
        return Reshape(Shape.Create([.. extents, Shape[-1]])).Permute([.. order]).Reshape(Shape.Create([.. result]));
    }
}
