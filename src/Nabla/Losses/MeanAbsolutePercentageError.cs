namespace Nabla;

/// <summary>The mean of absolute differences in percent of the targets.</summary>
/// <remarks>
/// Computes <c>100 · |p − t| / max(|t|, 10⁻⁷)</c>, as Keras does: targets near zero dominate it, and it prefers
/// predictions that are too small.
/// </remarks>
[Component("mean_absolute_percentage_error")]
public sealed class MeanAbsolutePercentageError : Loss
{
    private const double Least = 1e-7;

    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor t = TargetsLike(predictions, targets);
        return 100 * (predictions - t).Abs() / t.Abs().Maximum(Least);
    }
}
