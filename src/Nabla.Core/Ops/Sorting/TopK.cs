namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The largest few elements along an axis, the very largest first, and their places.</summary>
    /// <remarks>
    /// The first of equal elements wins; NaN is taken only when nothing else is left. The gradient goes back to where
    /// each element came from.
    /// </remarks>
    /// <param name="k">How many; at most the extent of the axis.</param>
    /// <param name="axis">The axis along which they compete.</param>
    /// <param name="largest">Whether to look for the largest rather than the smallest.</param>
    /// <returns>The elements, and their places as int64; the axis has extent <paramref name="k"/> in both.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is negative or too large.</exception>
    public (Tensor Values, Tensor Places) TopK(int k, int axis = -1, bool largest = true)
    {
        axis = Shape.Axis(axis);
        if (k < 0 || k > Shape[axis])
        {
            throw new ArgumentOutOfRangeException(
                nameof(k), k,
                $"TopK cannot take {k} of the {Shape[axis]} elements along axis {axis} of {Shape}; "
                + $"ask for 0 to {Shape[axis]}.");
        }

        Tensor places = new ArgSortOp(axis, largest, k).Apply(this);
        return (TakeAlong(places, axis), places);
    }
}
