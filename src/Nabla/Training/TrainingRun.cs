using System.Diagnostics;

namespace Nabla;

/// <summary>Where a call of Fit stands, and when to say so.</summary>
internal sealed class TrainingRun(Dataset data, int batchSize, int epochs, IProgress<TrainingProgress>? progress)
{
    private static readonly long s_interval = Stopwatch.Frequency / 10;

    private readonly long _start = Stopwatch.GetTimestamp();
    private long _epochStart;
    private long _nextReport;
    private long _examplesBefore;
    private int _epoch;
    private int _step;

    public Dataset Data { get; } = data;

    public int BatchSize { get; } = batchSize;

    /// <summary>The examples seen in this epoch.</summary>
    public int Examples { get; private set; }

    public TimeSpan EpochDuration => Stopwatch.GetElapsedTime(_epochStart);

    /// <summary>The speed of this epoch so far; to be asked before validation.</summary>
    public double ExamplesPerSecond => Examples / Math.Max(EpochDuration.TotalSeconds, 1e-9);

    private int StepsPerEpoch => (int)((Data.Count + (long)BatchSize - 1) / BatchSize);

    public void StartEpoch(int epoch)
    {
        _epochStart = Stopwatch.GetTimestamp();
        _epoch = epoch;
        _step = 0;
        Examples = 0;
    }

    public void FinishStep(int examples, MetricStates metrics)
    {
        _step++;
        Examples += examples;
        if (progress is not null && Stopwatch.GetTimestamp() >= _nextReport)
        {
            Report(TrainingPhase.Training, metrics.Values());
        }
    }

    public void FinishEpoch(EpochRecord record)
    {
        Report(TrainingPhase.EpochCompleted, record.Training, record);
        _examplesBefore += Examples;
    }

    public void Report(TrainingPhase phase, MetricValues metrics, EpochRecord? record = null)
    {
        if (progress is null)
        {
            return;
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
        long seen = _examplesBefore + Examples;
        progress.Report(new TrainingProgress
        {
            Phase = phase,
            Epoch = _epoch,
            Epochs = epochs,
            Step = _step,
            StepsPerEpoch = StepsPerEpoch,
            Examples = Examples,
            ExamplesPerEpoch = Data.Count,
            Metrics = metrics,
            ExamplesPerSecond = record?.ExamplesPerSecond ?? ExamplesPerSecond,
            Elapsed = elapsed,
            Remaining = elapsed * ((((double)Data.Count * epochs) - seen) / seen),
            Record = record,
        });
        _nextReport = Stopwatch.GetTimestamp() + s_interval;
    }
}
