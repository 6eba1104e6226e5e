namespace Nabla;

/// <summary>Subtracts further values from the first, of one shape.</summary>
[Component("subtract")]
public sealed class Subtract : ElementwiseMerge
{
    /// <inheritdoc/>
    protected override Tensor Join(Tensor left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left - right;
    }
}
