namespace Nabla;

/// <summary>Adds values of one shape, as at the end of a residual block.</summary>
[Component("add")]
public sealed class Add : ElementwiseMerge
{
    /// <inheritdoc/>
    protected override Tensor Join(Tensor left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left + right;
    }
}
