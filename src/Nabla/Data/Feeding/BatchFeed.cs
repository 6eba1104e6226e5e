namespace Nabla.Data;

/// <summary>Gives the batches of an epoch, one after another.</summary>
internal abstract class BatchFeed(EpochPlan plan) : IDisposable
{
    public EpochPlan Plan { get; } = plan;

    /// <summary>The batch that is next; at the end, their number.</summary>
    public int Position { get; private set; } = plan.FirstBatch;

    public bool IsAtEnd => Position >= Plan.BatchCount;

    /// <summary>The examples of the next batch.</summary>
    public ReadOnlySpan<int> Examples => Plan.Examples(Position);

    /// <summary>Copies the next batch into the inputs of a program.</summary>
    public abstract void Load(Replay program);

    /// <summary>The next batch as tensors: for explaining what went wrong with it.</summary>
    public abstract Batch Read();

    /// <summary>Goes on to the batch after.</summary>
    public virtual void Advance() => Position++;

    /// <summary>Stops what works ahead.</summary>
    public abstract void Dispose();
}
