namespace Nabla;

/// <summary>
/// A metric that needs all rows at once, as a rank or a curve does: it keeps what it needs of each batch and computes
/// its exact result on the host.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="Collect"/> is part of the program of a step; its tensors are outputs, given to a
/// <see cref="CollectedRows"/> that keeps them until the end of the epoch. Memory grows with the number of examples.
/// There is no state: <see cref="Metric.CreateState"/> is empty, and <see cref="Result"/> refuses.
/// </para>
/// </remarks>
public abstract class CollectedMetric : Metric
{
    /// <summary>What is kept of a batch, in tensor language.</summary>
    /// <param name="predictions">What the model gave; the first axis is the batch.</param>
    /// <param name="targets">What it should have given.</param>
    /// <param name="weights">How much each example counts, [batch]; all 1 when there are none.</param>
    /// <returns>
    /// Columns [batch, …]: for each batch as many, with the same extents after the first. Whether there are weights may
    /// change their number, so give them with all batches or with none.
    /// </returns>
    /// <exception cref="ShapeMismatchException">Predictions, targets and weights do not belong together.</exception>
    public abstract IReadOnlyList<Tensor> Collect(Tensor predictions, Tensor targets, Tensor? weights = null);

    /// <summary>The result of all rows; pure.</summary>
    /// <param name="columns">
    /// The columns of all batches, each one array [rows, numbers a row], in the order of the batches; there is at least
    /// one row.
    /// </param>
    /// <returns>The result; NaN where it is not defined.</returns>
    public abstract double Compute(IReadOnlyList<double[,]> columns);

    /// <inheritdoc/>
    public sealed override double Evaluate(Tensor predictions, Tensor targets, Tensor? weights = null)
    {
        var rows = new CollectedRows(this);
        rows.Add(Collect(predictions, targets, weights));
        return rows.Result();
    }

    /// <summary>An empty state: what is kept goes through <see cref="Collect"/>.</summary>
    public sealed override IReadOnlyList<Tensor> CreateState() => [];

    /// <summary>An empty state: what is kept goes through <see cref="Collect"/>.</summary>
    /// <inheritdoc cref="Metric.Update"/>
    public sealed override IReadOnlyList<Tensor> Update(
        IReadOnlyList<Tensor> state, Tensor predictions, Tensor targets, Tensor? weights = null) => [];

    /// <summary>Refuses: there is no state.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public sealed override double Result(IReadOnlyList<Tensor> state) => throw new NotSupportedException(
        $"'{Name}' has no state to compute from; give the result of Collect to CollectedRows, or call Evaluate.");
}
