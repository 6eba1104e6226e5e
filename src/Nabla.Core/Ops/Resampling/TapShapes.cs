namespace Nabla;

/// <summary>What operations with taps along each axis share.</summary>
internal static class TapShapes
{
    // A list of as many takes two gigabytes.
    private const double MostTaps = 1L << 27;

    /// <summary>The extents that taps give to an input that has those they take.</summary>
    public static TensorSpec Infer(string subject, Tensor x, Axes<AxisTaps> taps)
    {
        long[] source = new long[taps.Count], result = new long[taps.Count];
        for (int axis = 0; axis < source.Length; axis++)
        {
            (source[axis], result[axis]) = (taps[axis].Source, taps[axis].Result);
            if (taps[axis].MostTaps > MostTaps)
            {
                throw new NotSupportedException(
                    $"{subject} of {x.Shape} would list up to {taps[axis].MostTaps:F0} pixels along axis {axis}, but "
                    + "at most 2^27 are possible; go there in several steps, such as windows that slide further.");
            }
        }

        return x.Shape.Extents.SequenceEqual(source)
            ? new TensorSpec(x.DType, Shape.Create(result))
            : throw new ShapeMismatchException(
                $"{subject} was made for {Shape.Create(source)} but got {x.Shape}.", x.Shape);
    }

    public static Axes<AxisTaps> Transpose(Axes<AxisTaps> taps)
    {
        var transposed = new AxisTaps[taps.Count];
        for (int axis = 0; axis < transposed.Length; axis++)
        {
            transposed[axis] = taps[axis].Transpose();
        }

        return transposed;
    }

    /// <summary>Taps along the spatial axes of an image [batch, spatial…, channels]; the others stay.</summary>
    public static Axes<AxisTaps> OfImage(Shape image, Func<int, AxisTaps> ofSpatialAxis)
    {
        var taps = new AxisTaps[image.Rank];
        for (int axis = 0; axis < taps.Length; axis++)
        {
            taps[axis] = axis == 0 || axis == taps.Length - 1
                ? new IdentityTaps(image[axis])
                : ofSpatialAxis(axis - 1);
        }

        return taps;
    }
}
