namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Images that are larger by whole factors: the inverse of pooling in a decoder.</summary>
    /// <param name="factors">By how much: one number for each of the spatial axes, or one for all.</param>
    /// <param name="interpolation">How values between pixels are made.</param>
    /// <returns>[batch, spatial · factor…, channels]; this is [batch, spatial…, channels].</returns>
    /// <exception cref="ArgumentException">There is not a number for each axis.</exception>
    /// <exception cref="ShapeMismatchException">This is no image of at least one pixel.</exception>
    /// <seealso cref="Resize"/>
    public Tensor UpSample(Axes<long> factors, Interpolation interpolation = Interpolation.Nearest)
    {
        long[] extents = SpatialNumbers.Of(PoolingWindow.SubjectOf("UpSample"), Shape, "factors", factors);
        for (int axis = 0; axis < extents.Length; axis++)
        {
            extents[axis] = checked(extents[axis] * Shape[axis + 1]);
        }

        SpatialNumbers.CheckPixels(PoolingWindow.SubjectOf("UpSample"), Shape);
        return Resize(extents, interpolation);
    }
}
