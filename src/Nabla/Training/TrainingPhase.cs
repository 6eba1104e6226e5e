namespace Nabla;

/// <summary>What training is doing.</summary>
public enum TrainingPhase
{
    /// <summary>Steps of an epoch.</summary>
    Training,

    /// <summary>Judging the model by the validation set; the epoch's own metrics are final.</summary>
    Validation,

    /// <summary>The epoch is over, with its record.</summary>
    EpochCompleted,

    /// <summary>Training ended before its last epoch; <see cref="TrainingProgress.StopReason"/> says why.</summary>
    Stopped,
}
