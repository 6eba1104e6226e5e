namespace Nabla;

/// <summary>The mean of values of one shape, element by element.</summary>
[Component("average")]
public sealed class Average : ElementwiseMerge
{
    /// <inheritdoc/>
    protected override Tensor Join(Tensor left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left + right;
    }

    /// <inheritdoc/>
    protected override Tensor Finish(Tensor merged, int count)
    {
        ArgumentNullException.ThrowIfNull(merged);
        return merged / count;
    }
}
