namespace Nabla;

/// <summary>Calls functions while a model is trained.</summary>
/// <example><code>
/// trainer.Callbacks.Add(new LambdaCallback { EpochEnd = (_, record) => Console.WriteLine(record.Training) });
/// </code></example>
public sealed class LambdaCallback : TrainingCallback
{
    /// <summary>Called before the first step of a call of Fit.</summary>
    public Action<Trainer>? TrainBegin { get; init; }

    /// <summary>Called after the last step of a call of Fit.</summary>
    public Action<Trainer>? TrainEnd { get; init; }

    /// <summary>Called before each epoch, with its number.</summary>
    public Action<Trainer, int>? EpochBegin { get; init; }

    /// <summary>Called after each epoch, with what came of it.</summary>
    public Action<Trainer, EpochRecord>? EpochEnd { get; init; }

    /// <summary>Called before each step.</summary>
    public Action<Trainer>? StepBegin { get; init; }

    /// <summary>Called after each step, with its loss.</summary>
    public Action<Trainer, double>? StepEnd { get; init; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Trainer trainer) => TrainBegin?.Invoke(trainer);

    /// <inheritdoc/>
    public override void OnTrainEnd(Trainer trainer) => TrainEnd?.Invoke(trainer);

    /// <inheritdoc/>
    public override void OnEpochBegin(Trainer trainer, int epoch) => EpochBegin?.Invoke(trainer, epoch);

    /// <inheritdoc/>
    public override void OnEpochEnd(Trainer trainer, EpochRecord record) => EpochEnd?.Invoke(trainer, record);

    /// <inheritdoc/>
    public override void OnStepBegin(Trainer trainer) => StepBegin?.Invoke(trainer);

    /// <inheritdoc/>
    public override void OnStepEnd(Trainer trainer, double loss) => StepEnd?.Invoke(trainer, loss);
}
