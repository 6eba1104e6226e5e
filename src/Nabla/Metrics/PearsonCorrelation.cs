namespace Nabla;

/// <summary>How nearly predictions and targets lie on a rising line: from −1 to 1.</summary>
/// <remarks>
/// Computes <c>Cov(p, t) / √(Var(p) · Var(t))</c> over all elements; NaN where one of them does not vary.
/// </remarks>
[Component("pearson_correlation")]
public sealed class PearsonCorrelation : MomentsMetric
{
    /// <inheritdoc/>
    protected override double Compute(PairMoments moments) =>
        moments.XY / (Math.Sqrt(moments.XX) * Math.Sqrt(moments.YY));
}
