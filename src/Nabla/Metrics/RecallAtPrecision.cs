using Nabla.Comparison;

namespace Nabla;

/// <summary>
/// The largest share of yeses that is found while decisions for a yes are right at least in a given share.
/// </summary>
/// <remarks>
/// Over all borders between no and yes that the scores allow, exactly; 0 if none meets the demand; NaN where there is
/// no yes.
/// </remarks>
[Component("recall_at_precision")]
public sealed class RecallAtPrecision : CurveMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="precision">The precision that is demanded: from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="precision"/> is out of range.</exception>
    public RecallAtPrecision(double precision) => Precision = Argument.Probability(precision);

    /// <summary>The precision that is demanded.</summary>
    public double Precision { get; }

    private protected override double Read(ThresholdCurve curve) => curve.Positives == 0
        ? double.NaN
        : Best(
            curve,
            (right, wrong) => right + wrong > 0 && right / (right + wrong) >= Precision,
            (right, _) => right / curve.Positives);
}
