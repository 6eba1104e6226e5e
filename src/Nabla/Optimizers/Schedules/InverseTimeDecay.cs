namespace Nabla;

/// <summary>A rate that falls as one over the time.</summary>
/// <remarks>
/// Computes <c>start / (1 + factor · step / period)</c>, as Keras's <c>InverseTimeDecay</c>.
/// </remarks>
[Component("inverse_time_decay")]
public sealed class InverseTimeDecay : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="startRate">The rate of the first step.</param>
    /// <param name="factor">How fast the rate falls: finite, 0 or more.</param>
    /// <param name="every">How long it is from one to the next.</param>
    /// <param name="staircase">Whether the rate stays between two periods.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public InverseTimeDecay(double startRate, double factor, Period every, bool staircase = false)
    {
        StartRate = CheckRate(startRate, nameof(startRate));
        Factor = CheckRate(factor, nameof(factor));
        Every = every;
        Staircase = staircase;
    }

    /// <summary>The rate of the first step.</summary>
    public double StartRate { get; }

    /// <summary>How fast the rate falls.</summary>
    public double Factor { get; }

    /// <summary>How long it is from one to the next.</summary>
    public Period Every { get; }

    /// <summary>Whether the rate stays between two periods.</summary>
    public bool Staircase { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position) =>
        StartRate / (1 + (Factor * CountOf(position, Every, Staircase)));
}
