namespace Nabla;

/// <summary>A rate that stays.</summary>
[Component("constant")]
public sealed class ConstantRate : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="rate">The rate of every step.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ConstantRate(double rate)
    {
        Rate = CheckRate(rate, nameof(rate));
    }

    /// <summary>The rate of every step.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position) => Rate;
}
