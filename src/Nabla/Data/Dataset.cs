namespace Nabla;

/// <summary>Examples to learn from: inputs, each with its target, found by their number.</summary>
/// <remarks>
/// A set of your own fills the inputs of a program with the examples asked for, in <see cref="Load"/>, and gives them
/// as tensors in <see cref="Batch"/>. Sets do not change and may be read by any number of threads.
/// </remarks>
public abstract class Dataset
{
    /// <summary>The number of examples.</summary>
    public abstract int Count { get; }

    /// <summary>Type and shape of one input as it is kept, before <see cref="Transform"/>.</summary>
    public abstract TensorSpec InputSpec { get; }

    /// <summary>Type and shape of one target.</summary>
    public abstract TensorSpec TargetSpec { get; }

    /// <summary>
    /// What is done to a batch of inputs before the model sees them, in tensor language; it becomes part of the
    /// compiled step. Keeping pixels as bytes and scaling them here moves a quarter of the memory.
    /// </summary>
    public Func<Tensor, Tensor>? Transform { get; init; }

    /// <summary>One example as the model sees it.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public (Tensor Input, Tensor Target) this[int index]
    {
        get
        {
            (Tensor inputs, Tensor targets) = Batch([Checked(index)]);
            inputs = Transform is null ? inputs : Transform(inputs);
            return (inputs.Squeeze(0), targets.Squeeze(0));
        }
    }

    /// <summary>Copies examples into a program; allocates nothing.</summary>
    /// <param name="examples">The numbers of the examples.</param>
    /// <param name="program">Input 0 takes [count, …] of inputs, input 1 the targets.</param>
    public abstract void Load(ReadOnlySpan<int> examples, Replay program);

    /// <summary>Examples as tensors, inputs before <see cref="Transform"/>.</summary>
    /// <param name="examples">The numbers of the examples.</param>
    public abstract (Tensor Inputs, Tensor Targets) Batch(ReadOnlySpan<int> examples);

    /// <summary>The first examples.</summary>
    /// <param name="count">How many at most.</param>
    public Dataset Take(int count) => Range(0, Math.Min(NotNegative(count), Count));

    /// <summary>All but the first examples.</summary>
    /// <param name="count">How many are left out.</param>
    public Dataset Skip(int count) => Range(Math.Min(NotNegative(count), Count), Count);

    /// <summary>The examples of some numbers, in that order; one may come more than once.</summary>
    /// <param name="examples">The numbers of the examples.</param>
    public Dataset Select(params ReadOnlySpan<int> examples)
    {
        foreach (int example in examples)
        {
            Checked(example);
        }

        return new DatasetSelection(this, examples.ToArray());
    }

    /// <summary>Two parts, the first with a share of the examples.</summary>
    /// <param name="share">The share of the first part, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public (Dataset First, Dataset Second) Split(double share)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1, such as 0.9.");
        }

        int border = (int)Math.Round(share * Count);
        return (Range(0, border), Range(border, Count));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Count} examples: {InputSpec} → {TargetSpec}";

    private DatasetSelection Range(int start, int end) => new(this, [.. Enumerable.Range(start, end - start)]);

    private int Checked(int index) => (uint)index < (uint)Count ? index : throw new ArgumentOutOfRangeException(
        nameof(index), index, $"There are {Count} examples, so that their numbers are 0 to {Count - 1}.");

    private static int NotNegative(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count;
    }
}
