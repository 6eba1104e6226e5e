using Nabla.Comparison;

namespace Nabla;

/// <summary>The largest precision while at least a given share of yeses is found.</summary>
/// <remarks>
/// Over all borders between no and yes that the scores allow, exactly; 0 if none meets the demand; NaN where there is
/// no yes.
/// </remarks>
[Component("precision_at_recall")]
public sealed class PrecisionAtRecall : CurveMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="recall">The recall that is demanded: from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recall"/> is out of range.</exception>
    public PrecisionAtRecall(double recall) => Recall = Argument.Probability(recall);

    /// <summary>The recall that is demanded.</summary>
    public double Recall { get; }

    private protected override double Read(ThresholdCurve curve) => curve.Positives == 0
        ? double.NaN
        : Best(
            curve,
            (right, wrong) => right + wrong > 0 && right / curve.Positives >= Recall,
            (right, wrong) => right / (right + wrong));
}
