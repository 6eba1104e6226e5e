namespace Nabla;

/// <summary>A rate that falls by a factor in each period, all the time.</summary>
/// <remarks>
/// Computes <c>start · factor^(step / period)</c>, as Keras's <c>ExponentialDecay</c>; PyTorch's <c>ExponentialLR</c>
/// has a period of one epoch and is a staircase.
/// </remarks>
[Component("exponential_decay")]
public sealed class ExponentialDecay : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="startRate">The rate of the first step.</param>
    /// <param name="factor">What the rate is multiplied by in each period: finite, 0 or more.</param>
    /// <param name="every">How long it is from one to the next.</param>
    /// <param name="staircase">Whether the rate stays between two periods.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ExponentialDecay(double startRate, double factor, Period every, bool staircase = false)
    {
        StartRate = CheckRate(startRate, nameof(startRate));
        Factor = CheckRate(factor, nameof(factor));
        Every = every;
        Staircase = staircase;
    }

    /// <summary>The rate of the first step.</summary>
    public double StartRate { get; }

    /// <summary>What the rate is multiplied by in each period.</summary>
    public double Factor { get; }

    /// <summary>How long it is from one to the next.</summary>
    public Period Every { get; }

    /// <summary>Whether the rate stays between two periods.</summary>
    public bool Staircase { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position) =>
        StartRate * Math.Pow(Factor, CountOf(position, Every, Staircase));
}
