namespace Nabla;

/// <summary>Brings all vectors to length 1.</summary>
/// <param name="axes">The axes along which a vector lies; [0] by default.</param>
[Component("unit_norm")]
public sealed class UnitNorm(IReadOnlyList<int>? axes = null) : NormConstraint(axes)
{
    private protected override Tensor Wanted(Tensor lengths) => lengths.OnesLike();
}
