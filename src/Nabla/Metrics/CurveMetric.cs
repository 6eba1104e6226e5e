using Nabla.Comparison;

namespace Nabla;

/// <summary>A metric of yes-or-no scores over all borders between no and yes; exact, from all rows.</summary>
/// <remarks>Whether scores are logits or probabilities makes no difference. NaN where a score is NaN.</remarks>
public abstract class CurveMetric : CollectedMetric
{
    private protected CurveMetric()
    {
    }

    /// <inheritdoc/>
    /// <param name="predictions">Scores, [batch] or [batch, …].</param>
    /// <param name="targets">0 and 1, of the same shape.</param>
    /// <param name="weights">How much each example counts, [batch]; all 1 when there are none.</param>
    public sealed override IReadOnlyList<Tensor> Collect(Tensor predictions, Tensor targets, Tensor? weights = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        Tensor t = Pairing.TargetsLike(predictions, targets, this);
        return weights is null
            ? [predictions, t]
            : [predictions, t, Weights(weights, predictions.Shape)];
    }

    /// <inheritdoc/>
    public sealed override double Compute(IReadOnlyList<double[,]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ThresholdCurve? curve = ThresholdCurve.Of(
            [.. columns[0].Cast<double>()],
            [.. columns[1].Cast<double>().Select(answer => answer > 0.5)],
            columns.Count > 2 ? [.. columns[2].Cast<double>()] : null);
        return curve is null ? double.NaN : Read(curve);
    }

    /// <summary>What is read off the curve.</summary>
    private protected abstract double Read(ThresholdCurve curve);

    /// <summary>The best of what each border reaches, among the borders that meet a demand; 0 if none does.</summary>
    private protected static double Best(
        ThresholdCurve curve,
        Func<double, double, bool> demand,
        Func<double, double, double> score) =>
        curve.TruePositives.Zip(curve.FalsePositives)
            .Where(point => demand(point.First, point.Second))
            .Select(point => score(point.First, point.Second))
            .DefaultIfEmpty(0).Max();

    private Tensor Weights(Tensor weights, Shape shape) =>
        SampleWeights.Align(weights, shape, DType.Float64, this).BroadcastTo(shape);
}
