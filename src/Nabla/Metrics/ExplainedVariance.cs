namespace Nabla;

/// <summary>The share of the targets' variance that predictions explain, whatever their bias.</summary>
/// <remarks>
/// Computes <c>1 − Var(t − p) / Var(t)</c> over all elements. NaN where targets do not vary and the error does, which
/// scikit-learn calls 0.
/// </remarks>
[Component("explained_variance")]
public sealed class ExplainedVariance : MomentsMetric
{
    /// <inheritdoc/>
    protected override (Tensor X, Tensor Y) Pairs(Tensor predictions, Tensor targets) =>
        (targets - predictions, targets);

    /// <inheritdoc/>
    protected override double Compute(PairMoments moments) =>
        moments.YY > 0 ? 1 - (moments.XX / moments.YY) : moments.XX == 0 ? 1 : double.NaN;
}
