namespace Nabla;

/// <summary>A rate that falls by a factor at regular times.</summary>
/// <remarks>
/// Computes <c>start · factorⁿ</c> after <c>n</c> whole periods, as PyTorch's <c>StepLR</c>.
/// </remarks>
[Component("step_decay")]
public sealed class StepDecay : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="startRate">The rate of the first step.</param>
    /// <param name="every">How long it is from one to the next.</param>
    /// <param name="factor">What the rate is multiplied by: finite, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public StepDecay(double startRate, Period every, double factor = 0.1)
    {
        StartRate = CheckRate(startRate, nameof(startRate));
        Every = every;
        Factor = CheckRate(factor, nameof(factor));
    }

    /// <summary>The rate of the first step.</summary>
    public double StartRate { get; }

    /// <summary>How long it is from one to the next.</summary>
    public Period Every { get; }

    /// <summary>What the rate is multiplied by.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position) =>
        StartRate * Math.Pow(Factor, CountOf(position, Every, staircase: true));
}
