using Nabla.Comparison;

namespace Nabla;

/// <summary>The largest share of noes that is recognised while at least a given share of yeses is found.</summary>
/// <remarks>
/// Over all borders between no and yes that the scores allow, exactly; NaN where there is but one answer.
/// </remarks>
[Component("specificity_at_sensitivity")]
public sealed class SpecificityAtSensitivity : CurveMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="sensitivity">The sensitivity that is demanded: from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sensitivity"/> is out of range.</exception>
    public SpecificityAtSensitivity(double sensitivity) => Sensitivity = Argument.Probability(sensitivity);

    /// <summary>The sensitivity that is demanded.</summary>
    public double Sensitivity { get; }

    private protected override double Read(ThresholdCurve curve) => curve.Positives == 0 || curve.Negatives == 0
        ? double.NaN
        : Best(
            curve,
            (right, _) => right / curve.Positives >= Sensitivity,
            (_, wrong) => 1 - (wrong / curve.Negatives));
}
