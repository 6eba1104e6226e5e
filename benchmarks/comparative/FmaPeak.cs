using Nabla.Benchmarks.Micro;

namespace Nabla.Benchmarks.Comparative;

/// <summary>The multiply-adds that the threads of the team can do when nothing leaves their registers.</summary>
/// <param name="target">The least share of it that Nabla must reach.</param>
/// <param name="lastRound">
/// The peak of the latest round, which the workload measures in between its own batches.
/// </param>
public sealed class FmaPeak(double target, Func<double> lastRound) : Peer("FMA peak", target)
{
    private static readonly OnEveryThread _stretch = new(_ => PeakFma.Once());

    /// <inheritdoc/>
    public override bool IsBoundOfAll => true;

    /// <summary>GFLOP/s of all threads in use together, over a stretch too short for the clock to change.</summary>
    /// <remarks>The best of three: who is interrupted within 60 µs has not shown what the core can do.</remarks>
    public static double Sample() => Math.Max(_stretch.Run(), Math.Max(_stretch.Run(), _stretch.Run()));

    /// <inheritdoc/>
    public override double? Measure() => lastRound();
}
