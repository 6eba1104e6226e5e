namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Images of another size, of one to three spatial axes.</summary>
    /// <remarks>
    /// Middles of pixels are at halves: pixel <c>i</c> of the result lies at <c>(i + ½) · extent / new − ½</c>, as in
    /// Keras and PyTorch (whose mode <c>nearest-exact</c> is the nearest pixel here; its older <c>nearest</c> differs
    /// unless sizes grow by whole factors). Images that become much smaller are not smoothed first, as by
    /// <see cref="AdaptiveAveragePool"/>. Integers become floating numbers.
    /// </remarks>
    /// <param name="extents">The new extents: one number for each of the spatial axes, or one for all.</param>
    /// <param name="interpolation">How values between pixels are made.</param>
    /// <param name="alignCorners">
    /// Whether the middles of the outermost pixels fall together, not the outer edges; not with the nearest pixel.
    /// </param>
    /// <returns>[batch, extents…, channels]; this is [batch, spatial…, channels].</returns>
    /// <exception cref="ArgumentException">
    /// There is not a number for each axis, or corners of nearest pixels should be aligned.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An extent is less than 1 or more than 2^31, or there is no such interpolation.
    /// </exception>
    /// <exception cref="ShapeMismatchException">This is no image of at least one pixel.</exception>
    public Tensor Resize(
        Axes<long> extents, Interpolation interpolation = Interpolation.Bilinear, bool alignCorners = false)
    {
        string subject = PoolingWindow.SubjectOf("Resize");
        long[] sizes = SpatialNumbers.Of(subject, Shape, "extents", extents);
        SpatialNumbers.CheckPixels(subject, Shape);
        return Resample(subject, sizes, interpolation, alignCorners);
    }

    private Tensor Resample(string subject, long[] sizes, Interpolation interpolation, bool alignCorners)
    {
        if (!Enum.IsDefined(interpolation))
        {
            throw new ArgumentOutOfRangeException(
                nameof(interpolation), interpolation, $"{subject} knows Interpolation.Bilinear and Nearest.");
        }

        bool isNearest = interpolation is Interpolation.Nearest;
        if (isNearest && alignCorners)
        {
            throw new ArgumentException(
                $"{subject} aligns corners of interpolated images only; take Interpolation.Bilinear or leave "
                + "alignCorners out.", nameof(alignCorners));
        }

        AxisTaps OfAxis(int axis)
        {
            (long source, long result) = (Shape[axis + 1], sizes[axis]);
            return source == result ? new IdentityTaps(source)
                : isNearest ? new NearestTaps(source, result)
                : new LinearTaps(source, result, alignCorners);
        }

        return new ResampleOp(TapShapes.OfImage(Shape, OfAxis)).Apply(AsFloating());
    }
}
