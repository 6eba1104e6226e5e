namespace Nabla;

/// <summary>The smallest of values of one shape, element by element.</summary>
[Component("minimum")]
public sealed class Minimum : ElementwiseMerge
{
    /// <inheritdoc/>
    protected override Tensor Join(Tensor left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.Minimum(right);
    }
}
