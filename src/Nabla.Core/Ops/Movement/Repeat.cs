namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Repeats each element along an axis: <c>[a, b]</c> twice is <c>[a, a, b, b]</c>.</summary>
    /// <param name="count">How often each element appears.</param>
    /// <param name="axis">The axis.</param>
    public Tensor Repeat(long count, int axis)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        axis = Shape.Axis(axis);
        Shape apart = Shape.Insert(axis + 1, 1);
        return Reshape(apart).BroadcastTo(apart.With(axis + 1, count)).Reshape(Shape.With(axis, Shape[axis] * count));
    }
}
