namespace Nabla;

/// <summary>Keeps a parameter at 0 or above.</summary>
/// <remarks>Computes <c>max(w, 0)</c>.</remarks>
[Component("non_negative")]
public sealed class NonNegative : Constraint
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Relu();
    }
}
