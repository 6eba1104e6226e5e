using Nabla.Comparison;

namespace Nabla;

/// <summary>A metric of means, variances and a covariance of pairs of numbers over all batches.</summary>
/// <remarks>
/// Batches are merged about their means in float64, so that targets far from zero lose no digits. All elements of all
/// examples are one set of pairs. Source: T. Chan et al., Updating formulae and a pairwise algorithm for computing
/// sample variances, 1979.
/// </remarks>
public abstract class MomentsMetric : Metric
{
    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> CreateState() =>
        [.. Enumerable.Range(0, 6).Select(_ => Tensor.Scalar(0, DType.Float64))];

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Update(
        IReadOnlyList<Tensor> state, Tensor predictions, Tensor targets, Tensor? weights = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        Tensor t = Pairing.TargetsLike(predictions, targets, this).Cast(DType.Float64);
        (Tensor x, Tensor y) = Pairs(predictions.Cast(DType.Float64), t);
        Tensor w = weights is null
            ? Tensor.Full(x.Shape, 1, DType.Float64)
            : SampleWeights.Align(weights, x.Shape, DType.Float64, this).BroadcastTo(x.Shape);

        Tensor batch = w.Sum(), total = state[0] + batch;
        Tensor meanX = (w * x).Sum() / NotZero(batch), meanY = (w * y).Sum() / NotZero(batch);
        Tensor shiftX = meanX - state[1], shiftY = meanY - state[2];
        Tensor share = batch / NotZero(total), spread = state[0] * share;
        Tensor dx = x - meanX, dy = y - meanY;
        return
        [
            total, state[1] + (shiftX * share), state[2] + (shiftY * share),
            state[3] + (w * dx.Square()).Sum() + (shiftX.Square() * spread),
            state[4] + (w * dy.Square()).Sum() + (shiftY.Square() * spread),
            state[5] + (w * dx * dy).Sum() + (shiftX * shiftY * spread),
        ];
    }

    /// <inheritdoc/>
    public override double Result(IReadOnlyList<Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        double[] numbers = [.. state.Select(value => value.Item<double>())];
        return numbers[0] == 0
            ? double.NaN
            : Compute(new PairMoments(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]));
    }

    /// <summary>The pairs; predictions and targets unless overridden.</summary>
    /// <param name="predictions">[batch, …], float64.</param>
    /// <param name="targets">The same shape, float64.</param>
    protected virtual (Tensor X, Tensor Y) Pairs(Tensor predictions, Tensor targets) => (predictions, targets);

    /// <summary>The result of at least one pair.</summary>
    protected abstract double Compute(PairMoments moments);

    private static Tensor NotZero(Tensor x) => x.IsEqual(0).Where(1, x);
}
