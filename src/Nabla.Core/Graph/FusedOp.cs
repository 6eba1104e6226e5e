namespace Nabla.Graph;

/// <summary>
/// A composition that is its own definition, gradient and fallback, and that a device may have a faster kernel for.
/// </summary>
public abstract record FusedOp : Op
{
    /// <summary>The definition, in tensor language.</summary>
    public abstract Tensor[] Define(IReadOnlyList<Tensor> inputs);

    /// <summary>
    /// Whether <see cref="Gradient"/> states a backward computation of its own
    /// instead of deriving it from the definition.
    /// </summary>
    public virtual bool HasOwnGradient => false;

    /// <inheritdoc/>
    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        throw new NotSupportedException($"The gradient of {Name} is derived from its definition.");

    /// <inheritdoc/>
    public sealed override void Reference(ReferenceCall call) =>
        throw new NotSupportedException($"{Name} is defined by its composition.");
}
