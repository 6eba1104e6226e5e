namespace Nabla;

/// <summary>Another schedule times a factor.</summary>
/// <remarks>
/// As for a batch of another size, whose rate goes with its size or the root of it.
/// </remarks>
[Component("scaled")]
public sealed class ScaledRate : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="factor">What its rate is multiplied by: finite, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ScaledRate(LearningRateSchedule schedule, double factor)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        Schedule = schedule;
        Factor = CheckRate(factor, nameof(factor));
    }

    /// <summary>The schedule.</summary>
    public LearningRateSchedule Schedule { get; }

    /// <summary>What its rate is multiplied by.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position) => Factor * Schedule.RateAt(position);
}
