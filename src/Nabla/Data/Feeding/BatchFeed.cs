namespace Nabla.Data;

/// <summary>Gives the batches of an epoch, one after another.</summary>
internal abstract class BatchFeed : IDisposable
{
    /// <summary>Whether there is no batch any more.</summary>
    public abstract bool IsAtEnd { get; }

    /// <summary>Whether the next batch is the last.</summary>
    public abstract bool IsLast { get; }

    /// <summary>The number of examples of the next batch.</summary>
    public abstract int Size { get; }

    /// <summary>Types and shapes of its examples, as <see cref="Load"/> gives them.</summary>
    public abstract ExampleSpec Spec { get; }

    /// <summary>What the step does to the batch first.</summary>
    public abstract BatchTransform? Transform { get; }

    /// <summary>The numbers of its examples; empty when they have none.</summary>
    public abstract ReadOnlySpan<int> Examples { get; }

    /// <summary>Copies the next batch into the inputs of a program.</summary>
    public abstract void Load(Replay program);

    /// <summary>The next batch as tensors, as <see cref="Load"/> gives it: for explaining what went wrong.</summary>
    public abstract Batch Read();

    /// <summary>Goes on to the batch after.</summary>
    public abstract void Advance();

    /// <summary>Stops what works ahead.</summary>
    public abstract void Dispose();
}
