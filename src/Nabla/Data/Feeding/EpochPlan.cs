namespace Nabla.Data;

/// <summary>Which examples an epoch shows, in which batches.</summary>
/// <param name="Order">The numbers of the examples.</param>
/// <param name="BatchSize">The examples of a batch; the last one may have fewer.</param>
internal sealed record EpochPlan(int[] Order, int BatchSize)
{
    /// <summary>The batch to begin with; those before were seen already.</summary>
    public int FirstBatch { get; init; }

    /// <summary>The number of the epoch's batch 0 counted over all epochs: the counter of random numbers.</summary>
    public long FirstNumber { get; init; }

    /// <summary>Whether the batches are to learn from.</summary>
    public bool IsTraining { get; init; }

    /// <summary>The seed of the random numbers.</summary>
    public long Seed { get; init; }

    /// <summary>What the step does to each batch first: the maps of the set whose epoch this is.</summary>
    public BatchTransform? Transform { get; init; }

    public int BatchCount => (int)((Order.Length + (long)BatchSize - 1) / BatchSize);

    /// <summary>The numbers of the examples of a batch.</summary>
    public ReadOnlySpan<int> Examples(int batch)
    {
        int start = batch * BatchSize;
        return Order.AsSpan(start, Math.Min(BatchSize, Order.Length - start));
    }
}
