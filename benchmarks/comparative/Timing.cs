using System.Diagnostics;

namespace Nabla.Benchmarks.Comparative;

/// <summary>Times an action in batches that are long against the clock's cost.</summary>
/// <param name="action">What is timed; it must not allocate, if its steady state is wanted.</param>
/// <param name="batchSeconds">The least duration of a batch.</param>
public sealed class Timing(Action action, double batchSeconds)
{
    private const double WarmUpSeconds = 0.3; // compilation in tiers has settled, and the processor's clock as well

    private int _repetitions;

    /// <summary>Seconds of one run of the action, the mean over one batch.</summary>
    public double Sample()
    {
        if (_repetitions == 0)
        {
            WarmUp();
        }

        return Batch(_repetitions);
    }

    /// <summary>Seconds of one run of the action, the median over several batches.</summary>
    /// <param name="samples">The number of batches.</param>
    public double Median(int samples)
    {
        double[] seconds = new double[samples];
        for (int i = 0; i < samples; i++)
        {
            seconds[i] = Sample();
        }

        return seconds.Median();
    }

    private double Batch(int repetitions)
    {
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < repetitions; i++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds / repetitions;
    }

    private void WarmUp()
    {
        long started = Stopwatch.GetTimestamp();
        double shortest = double.PositiveInfinity;
        int repetitions = 1;
        do
        {
            double seconds = Batch(repetitions);
            shortest = Math.Min(shortest, seconds);
            if (seconds * repetitions < batchSeconds)
            {
                repetitions *= 2;
            }
        }
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < WarmUpSeconds);

        _repetitions = (int)Math.Clamp(Math.Ceiling(batchSeconds / shortest), 1, int.MaxValue);
    }
}
