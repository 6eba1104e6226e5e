namespace Nabla;

/// <summary>A condition that a parameter meets after every step.</summary>
/// <example><code>
/// new Dense(64, Activation.Relu, kernelConstraint: new MaxNorm(3))
/// </code></example>
[ComponentFamily("constraint")]
public abstract class Constraint
{
    /// <summary>The value nearest in kind that meets the condition.</summary>
    /// <param name="parameter">The parameter after an update.</param>
    /// <returns>A tensor of the same type and shape.</returns>
    public abstract Tensor Apply(Tensor parameter);

    /// <inheritdoc/>
    public override string ToString() => GetType().Name;
}
