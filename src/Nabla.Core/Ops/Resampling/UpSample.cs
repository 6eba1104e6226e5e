namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Images that are larger by whole factors: the inverse of pooling in a decoder.</summary>
    /// <param name="factors">By how much: one number for each of the spatial axes, or one for all.</param>
    /// <param name="interpolation">How values between pixels are made.</param>
    /// <returns>[batch, spatial · factor…, channels]; this is [batch, spatial…, channels].</returns>
    /// <exception cref="ArgumentException">There is not a number for each axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A factor is less than 1, an extent would be more than 2^31, or there is no such interpolation.
    /// </exception>
    /// <exception cref="ShapeMismatchException">This is no image of at least one pixel.</exception>
    /// <seealso cref="Resize"/>
    public Tensor UpSample(Axes<long> factors, Interpolation interpolation = Interpolation.Nearest)
    {
        string subject = PoolingWindow.SubjectOf("UpSample");
        long[] sizes = SpatialNumbers.Of(subject, Shape, "factors", factors);
        SpatialNumbers.CheckPixels(subject, Shape);
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            if (sizes[axis] > SlidingWindow.LargestNumber / Shape[axis + 1])
            {
                throw new ArgumentOutOfRangeException(
                    nameof(factors), sizes[axis], $"{subject} makes at most 2^31 pixels along an axis of {Shape}.");
            }

            sizes[axis] *= Shape[axis + 1];
        }

        return Resample(subject, sizes, interpolation, alignCorners: false);
    }
}
