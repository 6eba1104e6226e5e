namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The row-major position of the largest of all elements.</summary>
    /// <inheritdoc cref="ArgMax(int, bool)"/>
    public Tensor ArgMax() => Flatten().ArgMax(0);

    /// <summary>The place of the largest element along an axis.</summary>
    /// <remarks>
    /// The first of equal elements; NaN counts as largest. Places are int64, so that no axis is too long for them.
    /// </remarks>
    /// <param name="axis">The axis to search.</param>
    /// <param name="keepAxis">Whether it stays with extent 1.</param>
    /// <returns>An int64 tensor without the axis.</returns>
    /// <exception cref="ShapeMismatchException">The axis has no elements.</exception>
    public Tensor ArgMax(int axis, bool keepAxis = false)
    {
        axis = Shape.Axis(axis);
        Tensor place = new ArgMaxOp(axis).Apply(this);
        return keepAxis ? place.ExpandAxis(axis) : place;
    }
}

internal sealed record ArgMaxOp(int Axis) : ArgumentChoice(Axis)
{
    protected override bool IsBetter(double x, double best) => x > best;
}
