using Nabla.Comparison;

namespace Nabla;

/// <summary>The share of examples whose class is among the k with the largest scores.</summary>
/// <remarks>Classes whose score equals that of the true one do not count against it, as in Keras.</remarks>
[Component("top_k_accuracy")]
public sealed class TopKAccuracy : MeanMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="k">How many classes may be named: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is less than 1.</exception>
    public TopKAccuracy(int k = 5) => K = Argument.AtLeast(1, k);

    /// <summary>How many classes may be named.</summary>
    public int K { get; }

    /// <inheritdoc/>
    public override bool HigherIsBetter => true;

    /// <inheritdoc/>
    protected override string DefaultName => $"top_{K}_accuracy";

    /// <summary>Whether each example is right.</summary>
    /// <param name="predictions">Scores [batch, …, classes].</param>
    /// <param name="targets">Labels [batch, …], or one-hot [batch, …, classes].</param>
    /// <returns>[batch, …].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor labels = ClassTargets.AreProbabilities(predictions, targets, this)
            ? targets.ArgMax(-1, keepAxis: true)
            : targets.Cast(DType.Int64).ExpandAxis(targets.Rank);
        return (predictions > predictions.TakeAlong(labels, -1)).Cast(DType.Int32).Sum(-1) < K;
    }
}
