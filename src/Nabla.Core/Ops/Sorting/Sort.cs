namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The elements along an axis in the order of their values.</summary>
    /// <remarks>NaN comes last in both directions. The gradient goes back to where each element came from.</remarks>
    /// <param name="axis">The axis to sort along.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <returns>A tensor of this shape.</returns>
    /// <example><code>
    /// Tensor median = x.Sort()[.., x.Shape[-1] / 2];
    /// </code></example>
    public Tensor Sort(int axis = -1, bool descending = false) => TakeAlong(ArgSort(axis, descending), axis);
}
