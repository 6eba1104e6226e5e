namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Joins all axes from one on into one: <c>[32, 28, 28]</c> from axis 1 is <c>[32, 784]</c>.</summary>
    /// <param name="fromAxis">The first axis to join; at the rank or beyond, an axis of extent 1 is added.</param>
    public Tensor Flatten(int fromAxis = 0)
    {
        int axis = fromAxis < 0 ? Shape.Axis(fromAxis) : fromAxis;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(axis, Rank, nameof(fromAxis));
        long count = 1;
        foreach (long extent in Shape.Extents[axis..])
        {
            count *= extent;
        }

        return Reshape(Shape.Create([.. Shape.Extents[..axis], count]));
    }
}
