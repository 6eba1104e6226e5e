namespace Nabla;

/// <summary>The largest of values of one shape, element by element.</summary>
[Component("maximum")]
public sealed class Maximum : ElementwiseMerge
{
    /// <inheritdoc/>
    protected override Tensor Join(Tensor left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.Maximum(right);
    }
}
