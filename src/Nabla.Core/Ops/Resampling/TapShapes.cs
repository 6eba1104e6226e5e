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
            if ((double)Math.Min(source[axis], taps[axis].Limit) * result[axis] > MostTaps)
            {
                throw new NotSupportedException(
                    $"{subject} of {x.Shape} would list {taps[axis].Limit} pixels for each of {result[axis]} results "
                    + $"along axis {axis}; at most 2^27 in all are possible. Take a larger stride, or several smaller "
                    + "windows one after the other.");
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
