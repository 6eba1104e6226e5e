namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The row-major position of the smallest of all elements.</summary>
    /// <inheritdoc cref="ArgMin(int, bool)"/>
    public Tensor ArgMin() => Flatten().ArgMin(0);

    /// <summary>The place of the smallest element along an axis.</summary>
    /// <remarks>
    /// The first of equal elements; NaN counts as smallest. Places are int64, so that no axis is too long for them.
    /// </remarks>
    /// <param name="axis">The axis to search.</param>
    /// <param name="keepAxis">Whether it stays with extent 1.</param>
    /// <returns>An int64 tensor without the axis.</returns>
    /// <exception cref="ShapeMismatchException">The axis has no elements.</exception>
    public Tensor ArgMin(int axis, bool keepAxis = false)
    {
        axis = Shape.Axis(axis);
        Tensor place = new ArgMinOp(axis).Apply(this);
        return keepAxis ? place.ExpandAxis(axis) : place;
    }
}

internal sealed record ArgMinOp(int Axis) : ArgumentChoice(Axis)
{
    protected override bool IsBetter(double x, double best) => x < best;
}
