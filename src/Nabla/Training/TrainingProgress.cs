namespace Nabla;

/// <summary>How far training has come.</summary>
public sealed record TrainingProgress
{
    /// <summary>What is being done.</summary>
    public required TrainingPhase Phase { get; init; }

    /// <summary>The epoch under way; 1 is the first of the call.</summary>
    public required int Epoch { get; init; }

    /// <summary>The epochs of the call.</summary>
    public required int Epochs { get; init; }

    /// <summary>The steps done in this epoch.</summary>
    public required int Step { get; init; }

    /// <summary>The steps of an epoch.</summary>
    public required int StepsPerEpoch { get; init; }

    /// <summary>The examples seen in this epoch.</summary>
    public required int Examples { get; init; }

    /// <summary>The examples of an epoch.</summary>
    public required int ExamplesPerEpoch { get; init; }

    /// <summary>Loss and metrics over the examples of this epoch so far.</summary>
    public required MetricValues Metrics { get; init; }

    /// <summary>The speed of this epoch.</summary>
    public required double ExamplesPerSecond { get; init; }

    /// <summary>The time since the call began.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The time that all remaining epochs will take, judging by the past.</summary>
    public required TimeSpan Remaining { get; init; }

    /// <summary>What came of the epoch, when it is over.</summary>
    public EpochRecord? Record { get; init; }

    /// <summary>Why training ended before its last epoch, when a callback ended it.</summary>
    public string? StopReason { get; init; }
}
