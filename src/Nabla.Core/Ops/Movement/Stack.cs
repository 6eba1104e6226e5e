namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Joins tensors of equal shape along a new axis; types promote.</summary>
    /// <param name="tensors">At least one.</param>
    /// <param name="axis">Where the new axis goes; −1 puts it last.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    public static Tensor Stack(IReadOnlyList<Tensor> tensors, int axis = 0)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        Tensor[] expanded = [.. tensors.Select(tensor => tensor.ExpandAxis(axis))];
        return Concat(expanded, axis < 0 && expanded.Length > 0 ? axis + expanded[0].Rank : axis);
    }
}
