namespace Nabla;

/// <summary>How the learning rate changes from the first step of training to the last.</summary>
/// <remarks>
/// A schedule of your own states its formula in <see cref="RateAt(SchedulePosition)"/>, a pure function of how far
/// training has come. Lengths within it are best given as a <see cref="Period"/>.
/// </remarks>
[ComponentFamily("schedule")]
public abstract class LearningRateSchedule
{
    /// <summary>The learning rate of the step that comes next.</summary>
    /// <param name="position">
    /// How far training has come. Beyond the end of training the rate stays as it is there.
    /// </param>
    /// <exception cref="InvalidOperationException">The position does not tell what a period is a part of.</exception>
    public abstract double RateAt(SchedulePosition position);

    /// <summary>A smooth way from one rate to another, flat at both ends.</summary>
    /// <remarks>Computes <c>to + (from − to) · (1 + cos(π · share)) / 2</c>.</remarks>
    /// <param name="from">The rate at the start.</param>
    /// <param name="to">The rate at the end.</param>
    /// <param name="share">How much of the way is behind, from 0 to 1.</param>
    protected static double Cosine(double from, double to, double share) =>
        to + ((from - to) * (1 + Math.Cos(Math.PI * share)) / 2);

    /// <summary>How much of a way is behind: 0 at its start, 1 at its end and after it.</summary>
    /// <param name="position">How far training has come.</param>
    /// <param name="over">The length of the way.</param>
    protected static double ShareOf(SchedulePosition position, Period over)
    {
        long steps = over.In(position);
        return position.Step >= steps ? 1 : Math.Max((double)position.Step / steps, 0);
    }

    /// <summary>How often a period went by.</summary>
    /// <param name="position">How far training has come.</param>
    /// <param name="every">The period; less than a step counts as one.</param>
    /// <param name="staircase">Whether only whole periods count.</param>
    protected static double CountOf(SchedulePosition position, Period every, bool staircase)
    {
        double count = Math.Max(position.Step, 0) / (double)Math.Max(every.In(position), 1);
        return staircase ? Math.Floor(count) : count;
    }

    /// <summary>Checks a rate: finite, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    protected static double CheckRate(double rate, string name) => rate >= 0 && double.IsFinite(rate)
        ? rate
        : throw new ArgumentOutOfRangeException(name, rate, $"The {name} is a finite number of 0 or more.");
}
