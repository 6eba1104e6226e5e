namespace Nabla.Graph;

/// <summary>A node without inputs: something that a program is given rather than computes.</summary>
public abstract record LeafOp : Op
{
    /// <inheritdoc/>
    public sealed override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [];

    /// <inheritdoc/>
    public override void Reference(ReferenceCall call) =>
        throw new NotSupportedException($"{Name} is bound, not computed.");
}
