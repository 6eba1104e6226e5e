namespace Nabla;

/// <summary>A number about predictions that is counted up over many batches.</summary>
/// <remarks>
/// A metric is pure: it says how its state begins, how a batch changes it, and what it comes to. The state runs within
/// the program of a step.
/// </remarks>
public abstract class Metric
{
    /// <summary>The name in histories and progress lines, such as <c>accuracy</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The state before the first batch: as a rule int64 counts and float64 sums.</summary>
    public abstract IReadOnlyList<Tensor> CreateState();

    /// <summary>The state after one more batch.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="predictions">What the model gave; the first axis is the batch.</param>
    /// <param name="targets">What it should have given.</param>
    /// <exception cref="ShapeMismatchException">Predictions and targets do not belong together.</exception>
    public abstract IReadOnlyList<Tensor> Update(IReadOnlyList<Tensor> state, Tensor predictions, Tensor targets);

    /// <summary>What the state comes to; NaN when no batch was counted.</summary>
    public abstract double Result(IReadOnlyList<Tensor> state);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
