using Nabla.Comparison;

namespace Nabla;

/// <summary>The largest share of yeses that is found while at least a given share of noes is recognised.</summary>
/// <remarks>
/// Over all borders between no and yes that the scores allow, exactly; NaN where there is but one answer.
/// </remarks>
[Component("sensitivity_at_specificity")]
public sealed class SensitivityAtSpecificity : CurveMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="specificity">The specificity that is demanded: from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="specificity"/> is out of range.</exception>
    public SensitivityAtSpecificity(double specificity) => Specificity = Argument.Probability(specificity);

    /// <summary>The specificity that is demanded.</summary>
    public double Specificity { get; }

    private protected override double Read(ThresholdCurve curve) => curve.Positives == 0 || curve.Negatives == 0
        ? double.NaN
        : Best(
            curve,
            (_, wrong) => 1 - (wrong / curve.Negatives) >= Specificity,
            (right, _) => right / curve.Positives);
}
