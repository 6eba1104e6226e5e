namespace Nabla;

/// <summary>A rate that falls along half a cosine, and starts again and again.</summary>
/// <remarks>
/// Each cycle is <c>lengthFactor</c> times as long as the one before, and starts at <c>peakFactor</c> times its rate.
/// The first two are PyTorch's <c>CosineAnnealingWarmRestarts</c>, the last is from Keras's <c>CosineDecayRestarts</c>.
/// Source: I. Loshchilov, F. Hutter, SGDR: stochastic gradient descent with warm restarts, 2016.
/// </remarks>
[Component("cosine_restarts")]
public sealed class CosineRestarts : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="startRate">The rate of the first step.</param>
    /// <param name="firstCycle">The length of the first cycle.</param>
    /// <param name="lengthFactor">How much longer the next cycle is: 1 or more.</param>
    /// <param name="endRate">The rate at the end.</param>
    /// <param name="peakFactor">How much higher the next cycle starts: finite, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public CosineRestarts(
        double startRate, Period firstCycle, double lengthFactor = 1, double endRate = 0, double peakFactor = 1)
    {
        StartRate = CheckRate(startRate, nameof(startRate));
        FirstCycle = firstCycle;
        ArgumentOutOfRangeException.ThrowIfLessThan(lengthFactor, 1);
        LengthFactor = CheckRate(lengthFactor, nameof(lengthFactor));
        EndRate = CheckRate(endRate, nameof(endRate));
        PeakFactor = CheckRate(peakFactor, nameof(peakFactor));
    }

    /// <summary>The rate of the first step.</summary>
    public double StartRate { get; }

    /// <summary>The length of the first cycle.</summary>
    public Period FirstCycle { get; }

    /// <summary>How much longer the next cycle is.</summary>
    public double LengthFactor { get; }

    /// <summary>The rate at the end.</summary>
    public double EndRate { get; }

    /// <summary>How much higher the next cycle starts.</summary>
    public double PeakFactor { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position)
    {
        double step = Math.Max(position.Step, 0), cycle = Math.Max(FirstCycle.In(position), 1), peak = StartRate;
        if (LengthFactor == 1)
        {
            double done = Math.Floor(step / cycle);
            step -= done * cycle;
            peak *= Math.Pow(PeakFactor, done);
        }

        // Lengths grow, so that there are few cycles.
        while (step >= cycle)
        {
            step -= cycle;
            cycle *= LengthFactor;
            peak *= PeakFactor;
        }

        return Cosine(peak, EndRate, step / cycle);
    }
}
