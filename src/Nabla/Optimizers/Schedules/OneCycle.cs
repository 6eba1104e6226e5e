namespace Nabla;

/// <summary>A rate that rises to a peak, too high to stay at, and falls to nothing.</summary>
/// <remarks>
/// Rises from <c>peak / 25</c> to <c>peak</c> during the first part of training, the warm-up, and falls from there to
/// 0, each along half a cosine. The high rates in the middle keep training away from narrow minima; the low ones at the
/// end settle it. Source: L. Smith, N. Topin, Super-convergence: very fast training of neural networks using large
/// learning rates, 2017.
/// </remarks>
[Component("one_cycle")]
public sealed class OneCycle : LearningRateSchedule
{
    private const double StartShare = 1.0 / 25;

    /// <summary>Creates the schedule.</summary>
    /// <param name="peakRate">The highest rate; some ten times what a constant rate would be.</param>
    /// <param name="warmUp">The share of training that the rate rises: 0 or more, less than 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public OneCycle(double peakRate, double warmUp = 0.3)
    {
        PeakRate = CheckRate(peakRate, nameof(peakRate));
        WarmUp = warmUp is >= 0 and < 1
            ? warmUp
            : throw new ArgumentOutOfRangeException(
                nameof(warmUp), warmUp, "The warm-up is a share of 0 or more and less than 1, such as 0.3.");
    }

    /// <summary>The highest rate.</summary>
    public double PeakRate { get; }

    /// <summary>The share of training that the rate rises.</summary>
    public double WarmUp { get; }

    /// <inheritdoc/>
    public override double RateAt(double progress)
    {
        progress = Math.Clamp(progress, 0, 1);
        return progress < WarmUp
            ? Cosine(PeakRate * StartShare, PeakRate, progress / WarmUp)
            : Cosine(PeakRate, 0, (progress - WarmUp) / (1 - WarmUp));
    }
}
