namespace Nabla;

/// <summary>A rate that rises to a peak, too high to stay at, and falls to nearly nothing.</summary>
/// <remarks>
/// Rises from <c>peak / startDivisor</c> to <c>peak</c> during the first part of training, and falls from there to the
/// start over <c>endDivisor</c> in the last step, each along half a cosine or a straight line. The high rates in the
/// middle keep training away from narrow minima; the low ones at the end settle it. Formula and defaults are those of
/// PyTorch's <c>OneCycleLR</c>. Source: L. Smith, N. Topin, Super-convergence: very fast training of neural networks
/// using large learning rates, 2017.
/// </remarks>
[Component("one_cycle")]
public sealed class OneCycle : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="peakRate">The highest rate; some ten times what a constant rate would be.</param>
    /// <param name="warmUp">The share of training that the rate rises: 0 or more, less than 1.</param>
    /// <param name="startDivisor">What the peak is divided by at the start: finite, more than 0.</param>
    /// <param name="endDivisor">What the start is divided by at the end: finite, more than 0.</param>
    /// <param name="linear">Whether the rate goes along straight lines.</param>
    /// <param name="over">How long it takes; by default the whole training.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public OneCycle(
        double peakRate, double warmUp = 0.3, double startDivisor = 25, double endDivisor = 1e4, bool linear = false,
        Period over = default)
    {
        PeakRate = CheckRate(peakRate, nameof(peakRate));
        WarmUp = warmUp is >= 0 and < 1
            ? warmUp
            : throw new ArgumentOutOfRangeException(
                nameof(warmUp), warmUp, "The warm-up is a share of 0 or more and less than 1, such as 0.3.");
        StartDivisor = CheckRate(startDivisor, nameof(startDivisor));
        EndDivisor = CheckRate(endDivisor, nameof(endDivisor));
        ArgumentOutOfRangeException.ThrowIfZero(startDivisor);
        ArgumentOutOfRangeException.ThrowIfZero(endDivisor);
        Linear = linear;
        Over = over;
    }

    /// <summary>The highest rate.</summary>
    public double PeakRate { get; }

    /// <summary>The share of training that the rate rises.</summary>
    public double WarmUp { get; }

    /// <summary>What the peak is divided by at the start.</summary>
    public double StartDivisor { get; }

    /// <summary>What the start is divided by at the end.</summary>
    public double EndDivisor { get; }

    /// <summary>Whether the rate goes along straight lines.</summary>
    public bool Linear { get; }

    /// <summary>How long it takes.</summary>
    public Period Over { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position)
    {
        // The peak and the end are rates of steps, and the first step is number 0.
        double start = PeakRate / StartDivisor, last = Over.In(position) - 1, step = Math.Max(position.Step, 0);
        double peak = (WarmUp * (last + 1)) - 1;
        return step < peak ? Way(start, PeakRate, step / peak)
            : step < last ? Way(PeakRate, start / EndDivisor, (step - Math.Max(peak, 0)) / (last - Math.Max(peak, 0)))
            : start / EndDivisor;
    }

    private double Way(double from, double to, double share) =>
        Linear ? from + ((to - from) * share) : Cosine(from, to, share);
}
