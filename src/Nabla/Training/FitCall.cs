namespace Nabla;

/// <summary>What a call of Fit was asked for: for callbacks.</summary>
/// <param name="Data">The examples; null when batches come as a stream.</param>
/// <param name="Validation">The examples to judge by; null without them.</param>
/// <param name="Epochs">How often each example is shown.</param>
/// <param name="BatchSize">The examples of a batch; 0 when batches come as a stream.</param>
/// <param name="StepsPerEpoch">The batches of an epoch; 0 when that is not known.</param>
public sealed record FitCall(Dataset? Data, Dataset? Validation, int Epochs, int BatchSize, int StepsPerEpoch)
{
    /// <summary>The epochs of this call that are done.</summary>
    public int EpochsDone { get; internal set; }

    /// <summary>The batches of the epoch under way that are done.</summary>
    public int BatchesDone { get; internal set; }
}
