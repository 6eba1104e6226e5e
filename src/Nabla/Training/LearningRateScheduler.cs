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
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is less than 1.</exception>
    public LearningRateScheduler(Optimizer optimizer, LearningRateSchedule schedule, long steps)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        Schedule = schedule;
        Steps = steps;
        optimizer.LearningRate = schedule.RateAt(0);
    }

    /// <summary>How the rate changes.</summary>
    public LearningRateSchedule Schedule { get; }

    /// <summary>The steps that training is going to have.</summary>
    public long Steps { get; }

    /// <inheritdoc/>
    public override void OnStepEnd(Trainer trainer, double loss)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (++_done < Steps)
        {
            trainer.Optimizer.LearningRate = Schedule.RateAt((double)_done / Steps);
        }
    }
}
