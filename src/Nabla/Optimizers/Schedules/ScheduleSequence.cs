namespace Nabla;

/// <summary>Several schedules, one after the other.</summary>
/// <remarks>
/// Each schedule sees a training that begins at its border and ends at the next one, so that its first rate is that of
/// step 0 and shares are of its own part; as PyTorch's <c>SequentialLR</c>.
/// </remarks>
[Component("sequence")]
public sealed class ScheduleSequence : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="schedules">The schedules, in order.</param>
    /// <param name="borders">
    /// When the next one begins, from the start of training: one less than there are schedules.
    /// </param>
    /// <exception cref="ArgumentException">The numbers of schedules and borders do not fit.</exception>
    public ScheduleSequence(IReadOnlyList<LearningRateSchedule> schedules, IReadOnlyList<Period> borders)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        ArgumentNullException.ThrowIfNull(borders);
        Schedules = [.. schedules];
        Borders = borders.Count == schedules.Count - 1
            ? [.. borders]
            : throw new ArgumentException(
                $"There are {schedules.Count} schedules and {borders.Count} borders; give a border between each "
                + "schedule and the next.", nameof(borders));
    }

    /// <summary>The schedules, in order.</summary>
    public IReadOnlyList<LearningRateSchedule> Schedules { get; }

    /// <summary>When the next one begins.</summary>
    public IReadOnlyList<Period> Borders { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position)
    {
        int part = 0;
        long start = 0;
        while (part < Borders.Count && position.Step >= Borders[part].In(position))
        {
            start = Borders[part++].In(position);
        }

        long? end = part < Borders.Count ? Borders[part].In(position) : position.Steps;
        return Schedules[part].RateAt(position with { Step = position.Step - start, Steps = end - start });
    }
}
