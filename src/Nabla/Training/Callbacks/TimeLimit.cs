using System.Diagnostics;

namespace Nabla;

/// <summary>Ends training after a time: the epoch under way is cut short, and judged as usual.</summary>
/// <example><code>trainer.Callbacks.Add(new TimeLimit(TimeSpan.FromMinutes(10)));</code></example>
public sealed class TimeLimit : TrainingCallback
{
    private long _start;
    private double _before;

    /// <summary>Creates the callback.</summary>
    /// <param name="limit">The time of a call of Fit, interruptions not counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not more than zero.</exception>
    public TimeLimit(TimeSpan limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero);
        Limit = limit;
    }

    /// <summary>The time of a call of Fit.</summary>
    public TimeSpan Limit { get; }

    private double Seconds => _before + Stopwatch.GetElapsedTime(_start).TotalSeconds;

    /// <inheritdoc/>
    public override string? StopReason => $"the time limit of {Limit} is over";

    /// <inheritdoc/>
    public override void OnTrainBegin(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        _start = Stopwatch.GetTimestamp();
        if (trainer.Current!.EpochsDone == 0 && trainer.Current.BatchesDone == 0)
        {
            _before = 0;
        }
    }

    /// <inheritdoc/>
    public override void OnStepEnd(Trainer trainer, double loss)
    {
        if (Seconds >= Limit.TotalSeconds)
        {
            WantsStop = WantsStopNow = true;
        }
    }

    /// <inheritdoc/>
    protected internal override void SaveState(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("seconds", Seconds);
    }

    /// <inheritdoc/>
    protected internal override void LoadState(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _before = state.Number("seconds");
    }
}
