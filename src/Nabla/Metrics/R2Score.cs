namespace Nabla;

/// <summary>The coefficient of determination: the share of the targets' variance that predictions explain.</summary>
/// <remarks>
/// Computes <c>1 − Σ (t − p)² / Σ (t − mean t)²</c> over all elements: 1 is perfect, 0 as good as the mean, less is
/// worse. NaN where targets do not vary and predictions are not perfect, which scikit-learn calls 0.
/// </remarks>
[Component("r2_score")]
public sealed class R2Score : MomentsMetric
{
    /// <inheritdoc/>
    protected override string DefaultName => "r2_score";

    /// <inheritdoc/>
    protected override (Tensor X, Tensor Y) Pairs(Tensor predictions, Tensor targets) =>
        (targets - predictions, targets);

    /// <inheritdoc/>
    protected override double Compute(PairMoments moments)
    {
        double squares = moments.XX + (moments.Weight * moments.MeanX * moments.MeanX);
        return moments.YY > 0 ? 1 - (squares / moments.YY) : squares == 0 ? 1 : double.NaN;
    }
}
