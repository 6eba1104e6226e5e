using Nabla.Comparison;

namespace Nabla;

/// <summary>A metric that is the mean of one number an element, over all elements of all batches.</summary>
/// <remarks>
/// A metric of your own overrides <see cref="Elements"/>. Computes <c>Σ w · value / Σ w</c> in float64.
/// </remarks>
public abstract class MeanMetric : Metric
{
    /// <inheritdoc/>
    public override bool HigherIsBetter => false;

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> CreateState() =>
        [Tensor.Scalar(0, DType.Float64), Tensor.Scalar(0, DType.Float64)];

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Update(
        IReadOnlyList<Tensor> state, Tensor predictions, Tensor targets, Tensor? weights = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        Tensor elements = Elements(predictions, targets);
        if (elements.Rank == 0 && predictions.Rank > 0)
        {
            throw new ShapeMismatchException(
                $"'{Name}' gave one number for predictions {predictions.Shape}, so that batches would count alike "
                + "whatever their size; give one number an element or example.", elements.Shape);
        }

        elements = elements.Cast(DType.Float64);
        Tensor? shares = Shares(predictions, targets)?.Cast(DType.Float64);
        if (weights is not null)
        {
            Tensor aligned = SampleWeights.Align(weights, elements.Shape, DType.Float64, this);
            elements *= aligned;
            shares = shares is null ? aligned.BroadcastTo(elements.Shape) : shares * aligned;
        }

        return
        [
            state[0] + elements.Sum(),
            shares is null ? state[1] + elements.Shape.ElementCount : state[1] + shares.Sum(),
        ];
    }

    /// <inheritdoc/>
    public override double Result(IReadOnlyList<Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Finish(state[0].Item<double>() / state[1].Item<double>());
    }

    /// <summary>The number of each element or example.</summary>
    /// <param name="predictions">What the model gave; the first axis is the batch.</param>
    /// <param name="targets">What it should have given.</param>
    /// <returns>[batch, …].</returns>
    protected abstract Tensor Elements(Tensor predictions, Tensor targets);

    /// <summary>How much each element counts in the mean; null where every element counts 1.</summary>
    /// <param name="predictions">What the model gave.</param>
    /// <param name="targets">What it should have given.</param>
    /// <returns>A tensor of the shape of the elements, or null.</returns>
    protected virtual Tensor? Shares(Tensor predictions, Tensor targets) => null;

    /// <summary>What is reported for a mean, such as its root; the mean itself unless overridden.</summary>
    protected virtual double Finish(double mean) => mean;
}
