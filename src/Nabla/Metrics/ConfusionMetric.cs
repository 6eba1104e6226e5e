using Nabla.Comparison;

namespace Nabla;

/// <summary>A metric of decisions between classes, computed from how often each was taken for each.</summary>
/// <remarks>
/// <para>
/// For predictions [batch, …, classes] the decision is the largest; targets are labels [batch, …] or one-hot. With two
/// classes, predictions may also be one number a decision, [batch], [batch, 1] or several questions [batch, n]; then
/// the decision is whether it exceeds the threshold, and targets of the same shape are 0 and 1. Integer predictions are
/// decisions themselves.
/// </para>
/// <para>
/// The state is a table [classes, classes], a row for each true class. It is float64, which holds whole numbers exactly
/// to 2⁵³, so that weights need no other state.
/// </para>
/// </remarks>
public abstract class ConfusionMetric : Metric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="classes">The number of classes: 2 or more.</param>
    /// <param name="threshold">
    /// The border between no and yes: 0 for logits, 0.5 for probabilities. Choices between classes do not use it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    protected ConfusionMetric(int classes, double threshold)
    {
        Classes = Argument.AtLeast(2, classes);
        Threshold = Argument.Finite(threshold);
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The border between no and yes.</summary>
    public double Threshold { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Tensor> CreateState() => [Tensor.Full([Classes, Classes], 0, DType.Float64)];

    /// <inheritdoc/>
    /// <exception cref="IndexOutOfBoundsException">When it runs: a label names no class.</exception>
    public sealed override IReadOnlyList<Tensor> Update(
        IReadOnlyList<Tensor> state, Tensor predictions, Tensor targets, Tensor? weights = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        (Tensor actual, Tensor decided) = Decisions(predictions, targets);
        Tensor counts = weights is null
            ? Tensor.Full(actual.Shape, 1, DType.Float64)
            : SampleWeights.Align(weights, actual.Shape, DType.Float64, this).BroadcastTo(actual.Shape);

        // A label below 0 gives a place below 0, and one too large a place behind the table: both are found.
        Tensor place = (actual.Cast(DType.Int64) * Classes) + decided.Cast(DType.Int64);
        return
        [
            state[0].Flatten().ScatterAdd(place.Flatten(), counts.Flatten()).Reshape(Classes, Classes),
        ];
    }

    /// <inheritdoc/>
    public sealed override double Result(IReadOnlyList<Tensor> state) => Compute(Table(state));

    /// <summary>How often, or with what weight, each class was decided on: [true class, decision].</summary>
    /// <param name="state">The state to read.</param>
    public double[,] Table(IReadOnlyList<Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        double[] flat = state[0].ToArray<double>();
        var table = new double[Classes, Classes];
        for (int i = 0; i < flat.Length; i++)
        {
            table[i / Classes, i % Classes] = flat[i];
        }

        return table;
    }

    /// <summary>The table of these predictions alone: [true class, decision].</summary>
    /// <inheritdoc cref="Update"/>
    public double[,] TableOf(Tensor predictions, Tensor targets, Tensor? weights = null) =>
        Table(Update(CreateState(), predictions, targets, weights));

    /// <summary>The result of a table [true class, decision].</summary>
    protected abstract double Compute(double[,] table);

    private (Tensor Actual, Tensor Decided) Decisions(Tensor predictions, Tensor targets)
    {
        if (predictions.Shape == targets.Shape)
        {
            if (!predictions.DType.IsFloating && predictions.DType is not DType.Bool)
            {
                return (targets, predictions);
            }

            bool areScores = predictions.Rank > 1 && predictions.Shape[-1] > 1 && predictions.Shape[-1] == Classes;
            if (areScores)
            {
                return (targets.ArgMax(-1), predictions.ArgMax(-1));
            }

            if (Classes == 2)
            {
                return (
                    targets.DType.IsFloating ? targets > 0.5 : targets,
                    predictions.DType is DType.Bool ? predictions : predictions > Threshold);
            }
        }
        else if (predictions.Rank > 1 && predictions.Shape[-1] == Classes
            && predictions.Shape.Without(-1) == targets.Shape)
        {
            return (targets, predictions.ArgMax(-1));
        }

        string advice = predictions.Rank > 1 && predictions.Shape[-1] > 1 && predictions.Shape[-1] != Classes
            ? $"say how many classes there are, as in new {GetType().Name}(classes: {predictions.Shape[-1]})"
            : "give labels of the shape of the predictions without their last axis, or targets of their shape";
        throw new ShapeMismatchException(
            $"'{Name}' of {Classes} classes cannot compare predictions {predictions.Shape} with targets "
            + $"{targets.Shape}; {advice}.", predictions.Shape, targets.Shape);
    }
}
