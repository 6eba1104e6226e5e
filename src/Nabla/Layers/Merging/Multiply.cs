namespace Nabla;

/// <summary>Multiplies values of one shape, element by element, as a gate does.</summary>
[Component("multiply")]
public sealed class Multiply : ElementwiseMerge
{
    /// <inheritdoc/>
    protected override Tensor Join(Tensor left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left * right;
    }
}
