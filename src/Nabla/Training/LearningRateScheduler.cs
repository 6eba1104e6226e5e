namespace Nabla;

/// <summary>Sets the learning rate before every step, as a schedule says.</summary>
/// <example><code>
/// var adam = new Adam();
/// var trainer = new Trainer(model, new CrossEntropy(), adam);
/// trainer.Callbacks.Add(new LearningRateScheduler(adam, new OneCycle(0.01), steps: epochs * stepsPerEpoch));
/// </code></example>
public sealed class LearningRateScheduler : TrainingCallback
{
    private long _done;

    /// <summary>Creates the callback, and sets the rate of the first step.</summary>
    /// <param name="optimizer">The optimizer of the trainer that is to call this.</param>
    /// <param name="schedule">How the rate changes.</param>
    /// <param name="steps">The steps that training is going to have; after them the rate stays as it is.</param>
    /// <param name="stepsPerEpoch">The steps of an epoch, for schedules that count in epochs.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of steps is less than 1.</exception>
    /// <exception cref="InvalidOperationException">The schedule counts in epochs, whose steps are missing.</exception>
    public LearningRateScheduler(
        Optimizer optimizer, LearningRateSchedule schedule, long steps, long? stepsPerEpoch = null)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerEpoch ?? 1, 1, nameof(stepsPerEpoch));
        Schedule = schedule;
        Steps = steps;
        StepsPerEpoch = stepsPerEpoch;
        optimizer.LearningRate = schedule.RateAt(new SchedulePosition(0, steps, stepsPerEpoch));
    }

    /// <summary>How the rate changes.</summary>
    public LearningRateSchedule Schedule { get; }

    /// <summary>The steps that training is going to have.</summary>
    public long Steps { get; }

    /// <summary>The steps of an epoch.</summary>
    public long? StepsPerEpoch { get; }

    /// <inheritdoc/>
    public override void OnStepEnd(Trainer trainer, double loss)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (++_done < Steps)
        {
            trainer.Optimizer.LearningRate = Schedule.RateAt(new SchedulePosition(_done, Steps, StepsPerEpoch));
        }
    }
}
