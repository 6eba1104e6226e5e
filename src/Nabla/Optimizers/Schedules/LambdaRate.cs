namespace Nabla;

/// <summary>A rate by a function of your own.</summary>
/// <remarks>It cannot be kept in a file; for that derive a class from <see cref="LearningRateSchedule"/>.</remarks>
public sealed class LambdaRate : LearningRateSchedule
{
    private readonly Func<SchedulePosition, double> _rate;

    /// <summary>Creates the schedule.</summary>
    /// <param name="rate">The rate at a position: finite, 0 or more.</param>
    public LambdaRate(Func<SchedulePosition, double> rate)
    {
        ArgumentNullException.ThrowIfNull(rate);
        _rate = rate;
    }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position) => CheckRate(_rate(position), "rate");
}
