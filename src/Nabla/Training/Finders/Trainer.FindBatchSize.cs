using System.Diagnostics;

namespace Nabla;

public partial class Trainer
{
    private const double NearlyAsFast = 0.95;

    /// <summary>Tries batch sizes on a few steps each, and puts everything back as it was.</summary>
    /// <remarks>
    /// Each size is twice the one before, until a step would need more memory than allowed or the set has no more
    /// examples. Larger batches are faster up to a point, and learn less from each example: among sizes that are about
    /// as fast the smallest is suggested.
    /// </remarks>
    /// <param name="data">The examples.</param>
    /// <param name="from">The first size.</param>
    /// <param name="to">The largest size.</param>
    /// <param name="maxBytes">The memory that a step may use beside the model; unlimited by default.</param>
    /// <param name="steps">The steps that are timed for each size.</param>
    /// <exception cref="ArgumentException">The set is empty, or no size is within the limits.</exception>
    public BatchTrial FindBatchSize(
        Dataset data, int from = 8, int to = 4096, long maxBytes = long.MaxValue, int steps = 10)
    {
        CheckSet(data, from, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        EnsureBuilt(data);
        using TrialScope scope = BeginTrial();
        var sizes = new List<int>();
        var speeds = new List<double>();
        var bytes = new List<long>();
        for (long size = from; size <= Math.Min(to, data.Count); size *= 2)
        {
            Batch[] batches = [.. TrialBatches(data, (int)size).Take(steps)];
            long peak = _training.Get(batches[0]).PeakBytes;
            if (peak > maxBytes)
            {
                break;
            }

            sizes.Add((int)size);
            bytes.Add(peak);
            speeds.Add(SpeedOf(batches));
        }

        if (sizes.Count == 0)
        {
            throw new ArgumentException(
                $"No size from {from} to {to} fits {data.Count} examples and {maxBytes:N0} bytes; begin with a smaller "
                + "one.", nameof(from));
        }

        double fastest = speeds.Max();
        int suggestion = sizes[speeds.FindIndex(speed => speed >= NearlyAsFast * fastest)];
        return new BatchTrial(sizes, speeds, bytes, suggestion);
    }

    // By the fastest step: others are slow for reasons of their own.
    private double SpeedOf(Batch[] batches)
    {
        foreach (Batch batch in batches)
        {
            Tensor.Evaluate([.. batch.Columns]);
        }

        Step(batches[0]);
        double seconds = batches.Min(batch =>
        {
            long start = Stopwatch.GetTimestamp();
            Step(batch);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
        return batches[0].Count / Math.Max(seconds, 1e-9);
    }
}
