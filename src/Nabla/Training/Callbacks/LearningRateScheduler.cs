namespace Nabla;

/// <summary>Sets the learning rate before every step, as a schedule says.</summary>
/// <example><code>
/// trainer.Callbacks.Add(new LearningRateScheduler(new OneCycle(0.01)));
/// trainer.Fit(data, epochs: 10);
/// </code></example>
public sealed class LearningRateScheduler : TrainingCallback
{
    private long _done;

    /// <summary>Creates the callback.</summary>
    /// <param name="schedule">How the rate changes.</param>
    /// <param name="steps">
    /// The steps that training is going to have, over several calls of Fit perhaps; after them the rate stays as it is.
    /// By default those of each call, which begins anew.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is less than 1.</exception>
    public LearningRateScheduler(LearningRateSchedule schedule, long? steps = null)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps ?? 1, 1, nameof(steps));
        Schedule = schedule;
        Steps = steps;
    }

    /// <summary>How the rate changes.</summary>
    public LearningRateSchedule Schedule { get; }

    /// <summary>The steps that training is going to have; null for those of each call of Fit.</summary>
    public long? Steps { get; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        FitCall call = trainer.Current!;
        if (Steps is null && call.EpochsDone == 0 && call.BatchesDone == 0)
        {
            _done = 0;
        }

        SetRate(trainer);
    }

    /// <inheritdoc/>
    public override void OnStepEnd(Trainer trainer, double loss)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        _done++;
        SetRate(trainer);
    }

    /// <inheritdoc/>
    protected internal override void SaveState(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("done", _done);
    }

    /// <inheritdoc/>
    protected internal override void LoadState(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _done = (long)state.Number("done");
    }

    private void SetRate(Trainer trainer)
    {
        FitCall call = trainer.Current!;
        long? perEpoch = call.StepsPerEpoch > 0 ? call.StepsPerEpoch : null;
        long? steps = Steps ?? (perEpoch * call.Epochs);
        if (steps is null || _done < steps)
        {
            trainer.Optimizer.LearningRate = Schedule.RateAt(new SchedulePosition(_done, steps, perEpoch));
        }
    }
}
