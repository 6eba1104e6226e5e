namespace Nabla;

/// <summary>A layer that cuts elements off at both ends of each spatial axis.</summary>
public abstract class CroppingLayer : SpatialLayer
{
    private protected CroppingLayer(int spatialAxes, Padding cropping)
        : base(spatialAxes)
    {
        Cropping = CheckedWidths(cropping, nameof(cropping));
        if (cropping.Mode is not PaddingMode.Zeros)
        {
            throw new ArgumentException(
                $"{GetType().Name} cuts off and adds nothing, so that there is no {cropping.Mode}; give widths alone.",
                nameof(cropping));
        }
    }

    /// <summary>How many elements are cut off, written as those that a padding adds.</summary>
    public Padding Cropping { get; }

    private protected sealed override Tensor Change(Tensor x)
    {
        (long[] before, long[] after) = WidthsOf(Cropping);
        Tensor result = x;
        for (int axis = 1; axis < x.Rank - 1; axis++)
        {
            (long first, long last) = (before[axis - 1], x.Shape[axis] - after[axis - 1]);
            result = first < last
                ? result.Slice(axis, (int)first..(int)last)
                : throw new ShapeMismatchException(
                    $"{Subject} cuts {before[axis - 1]} and {after[axis - 1]} elements off axis {axis} of {x.Shape}, "
                    + "which leaves nothing; cut less.", x.Shape);
        }

        return result;
    }
}
