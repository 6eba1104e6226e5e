using Nabla.Data;

namespace Nabla;

/// <summary>Examples to learn from: inputs, each with its target, found by their number.</summary>
/// <remarks>
/// Sets do not change and may be read by any number of threads; verbs such as <see cref="Take"/>, <see cref="Split"/>
/// and <see cref="Map(Func{Tensor, Tensor})"/> make new ones that share the examples. A set of your own gives examples
/// as tensors in <see cref="Read"/>; where that is too slow, it fills a program's inputs in <see cref="Load"/>.
/// </remarks>
public abstract partial class Dataset
{
    /// <summary>The number of examples.</summary>
    public abstract int Count { get; }

    /// <summary>Types and shapes of one example as it is stored, before <see cref="Transform"/>.</summary>
    public abstract ExampleSpec Spec { get; }

    /// <summary>Type and shape of the first input as it is stored.</summary>
    public TensorSpec InputSpec => Spec.Inputs[0];

    /// <summary>Type and shape of the first target as it is stored.</summary>
    public TensorSpec TargetSpec => Spec.Targets[0];

    /// <summary>
    /// What <see cref="Map(Func{Tensor, Tensor})"/> has added; it becomes part of the compiled step, so that pixels
    /// stay bytes until then. Null when the model sees examples as they are stored.
    /// </summary>
    public virtual BatchTransform? Transform => null;

    /// <summary>One example as the model sees it when it predicts.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public (Tensor Input, Tensor Target) this[int index]
    {
        get
        {
            (Tensor inputs, Tensor targets) = ReadTransformed([Checked(index)]);
            return (inputs.Squeeze(0), targets.Squeeze(0));
        }
    }

    /// <summary>Examples as they are stored.</summary>
    /// <param name="examples">The numbers of the examples.</param>
    public abstract Batch Read(ReadOnlySpan<int> examples);

    /// <summary>Examples as the model sees them.</summary>
    /// <param name="examples">The numbers of the examples.</param>
    /// <param name="context">Whether it is for training; <see cref="CallContext.Inference"/> by default.</param>
    public Batch ReadTransformed(ReadOnlySpan<int> examples, CallContext? context = null)
    {
        Batch batch = Read(examples);
        return Transform is null ? batch : Transform(batch, context ?? CallContext.Inference);
    }

    /// <summary>Copies examples into the inputs of a program, column by column: inputs, targets, weights.</summary>
    /// <param name="examples">The numbers of the examples.</param>
    /// <param name="program">Takes [count, …] of each column.</param>
    public virtual void Load(ReadOnlySpan<int> examples, Replay program)
    {
        int column = 0;
        foreach (Tensor tensor in Read(examples).Columns)
        {
            ProgramInput.Fill(program, column++, tensor);
        }
    }

    /// <summary>Whether batches are made ahead of the step, which only maps and selections may follow.</summary>
    internal virtual bool WorksAhead => false;

    /// <summary>Begins an epoch of this set.</summary>
    internal BatchFeed Open(EpochPlan plan) => OpenSource(plan with { Transform = Transform });

    /// <summary>Begins an epoch of a set that is this one, or made of it.</summary>
    internal virtual BatchFeed OpenSource(EpochPlan plan) => new DirectFeed(this, plan);

    /// <inheritdoc/>
    public override string ToString() => $"{Count} examples: {Spec}";

    // What reads examples by number would lose what a set does ahead of an epoch.
    private protected static void RefuseAhead(Dataset source, string verb)
    {
        if (source.WorksAhead)
        {
            throw new ArgumentException($"{verb} comes before Prefetch, which only maps and selections may follow.");
        }
    }

    private protected int Checked(int index) => (uint)index < (uint)Count
        ? index
        : throw new ArgumentOutOfRangeException(
            nameof(index), index, $"There are {Count} examples, so that their numbers are 0 to {Count - 1}.");
}
