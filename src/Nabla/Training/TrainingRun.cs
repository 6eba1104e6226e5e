using System.Diagnostics;

namespace Nabla;

/// <summary>Where a call of Fit stands, and when to say so.</summary>
internal sealed class TrainingRun(FitCall call, IProgress<TrainingProgress>? progress)
{
    private static readonly long s_interval = Stopwatch.Frequency / 10;

    private readonly long _start = Stopwatch.GetTimestamp();
    private long _epochStart;
    private long _nextReport;
    private long _examplesBefore;
    private int _epoch;
    private int _examples;

    public TimeSpan EpochDuration => Stopwatch.GetElapsedTime(_epochStart);

    /// <summary>The speed of this epoch so far; to be asked before validation.</summary>
    public double ExamplesPerSecond => _examples / Math.Max(EpochDuration.TotalSeconds, 1e-9);

    public void StartEpoch()
    {
        _epochStart = Stopwatch.GetTimestamp();
        _epoch = call.EpochsDone + 1;
        _examples = 0;
    }

    public void FinishStep(int examples, MetricStates metrics)
    {
        _examples += examples;
        if (progress is not null && Stopwatch.GetTimestamp() >= _nextReport)
        {
            Report(TrainingPhase.Training, metrics.Values(isFinal: false));
        }
    }

    public void FinishEpoch(EpochRecord record)
    {
        Report(TrainingPhase.EpochCompleted, record.Training, record);
        _examplesBefore += _examples;
    }

    /// <summary>Says that training ended before its last epoch.</summary>
    public void Stop(MetricValues metrics, string reason)
    {
        _epoch = call.EpochsDone;
        Report(TrainingPhase.Stopped, metrics, reason: reason);
    }

    public void Report(
        TrainingPhase phase, MetricValues metrics, EpochRecord? record = null, string? reason = null)
    {
        if (progress is null)
        {
            return;
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
        long seen = _examplesBefore + _examples;
        progress.Report(new TrainingProgress
        {
            Phase = phase,
            Epoch = _epoch,
            Epochs = call.Epochs,
            Step = call.BatchesDone,
            StepsPerEpoch = call.StepsPerEpoch,
            Examples = _examples,
            ExamplesPerEpoch = call.Data?.Count ?? 0,
            Metrics = metrics,
            ExamplesPerSecond = record?.ExamplesPerSecond ?? ExamplesPerSecond,
            Elapsed = elapsed,
            Remaining = Remaining(elapsed, seen),
            Record = record,
            StopReason = reason,
        });
        _nextReport = Stopwatch.GetTimestamp() + s_interval;
    }

    // Of a stream, nobody knows the length; of a call that was resumed, the epochs before cost nothing now.
    private TimeSpan Remaining(TimeSpan elapsed, long seen)
    {
        long all = (call.Data?.Count ?? 0) * (long)call.Epochs;
        long done = ((long)call.EpochsDone * (call.Data?.Count ?? 0)) + _examples;
        return elapsed * (Math.Max(all - done, 0) / (double)Math.Max(seen, 1));
    }
}
