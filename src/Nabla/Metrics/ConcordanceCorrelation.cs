namespace Nabla;

/// <summary>How nearly predictions equal targets: the correlation, less what bias and scale cost.</summary>
/// <remarks>
/// Computes <c>2 · Cov(p, t) / (Var(p) + Var(t) + (mean p − mean t)²)</c> over all elements. Source: L. Lin, A
/// concordance correlation coefficient to evaluate reproducibility, 1989.
/// </remarks>
[Component("concordance_correlation")]
public sealed class ConcordanceCorrelation : MomentsMetric
{
    /// <inheritdoc/>
    protected override double Compute(PairMoments moments)
    {
        double bias = moments.MeanX - moments.MeanY;
        return 2 * moments.XY / (moments.XX + moments.YY + (moments.Weight * bias * bias));
    }
}
