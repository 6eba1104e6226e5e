namespace Nabla;

/// <summary>A rate that rises in a straight line to where another schedule starts, and goes on with that one.</summary>
/// <remarks>
/// Computes <c>start + (first − start) · step / length</c>, where <c>first</c> is the first rate of the schedule. The
/// schedule then sees a training that begins where the warm-up ends. Source: P. Goyal et al., Accurate, large minibatch
/// SGD, 2017, section 2.2.
/// </remarks>
[Component("warm_up")]
public sealed class WarmUp : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="length">How long the rate rises.</param>
    /// <param name="schedule">What comes after it.</param>
    /// <param name="startRate">The rate of the first step.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public WarmUp(Period length, LearningRateSchedule schedule, double startRate = 0)
    {
        Length = length;
        ArgumentNullException.ThrowIfNull(schedule);
        Schedule = schedule;
        StartRate = CheckRate(startRate, nameof(startRate));
    }

    /// <summary>How long the rate rises.</summary>
    public Period Length { get; }

    /// <summary>What comes after it.</summary>
    public LearningRateSchedule Schedule { get; }

    /// <summary>The rate of the first step.</summary>
    public double StartRate { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position)
    {
        long length = Length.In(position);
        SchedulePosition after = position.After(length);
        return after.Step >= 0
            ? Schedule.RateAt(after)
            : StartRate + ((Schedule.RateAt(after with { Step = 0 }) - StartRate) * ShareOf(position, Length));
    }
}
