namespace Nabla;

/// <summary>A rate that falls along a power of the time that is left.</summary>
/// <remarks>
/// Computes <c>end + (start − end) · (1 − share)^power</c>, as Keras's <c>PolynomialDecay</c> and, with an end of 0,
/// PyTorch's <c>PolynomialLR</c>. A power of 1 is a straight line, <see cref="LinearDecay"/>.
/// </remarks>
[Component("polynomial_decay")]
public sealed class PolynomialDecay : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="startRate">The rate of the first step.</param>
    /// <param name="endRate">The rate at the end.</param>
    /// <param name="power">How steep it is at first: finite, more than 0.</param>
    /// <param name="over">How long it takes; by default the whole training.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public PolynomialDecay(double startRate, double endRate = 0, double power = 1, Period over = default)
    {
        StartRate = CheckRate(startRate, nameof(startRate));
        EndRate = CheckRate(endRate, nameof(endRate));
        Power = power > 0
            ? CheckRate(power, nameof(power))
            : throw new ArgumentOutOfRangeException(nameof(power), power, "The power is more than 0.");
        Over = over;
    }

    /// <summary>The rate of the first step.</summary>
    public double StartRate { get; }

    /// <summary>The rate at the end.</summary>
    public double EndRate { get; }

    /// <summary>How steep it is at first.</summary>
    public double Power { get; }

    /// <summary>How long it takes.</summary>
    public Period Over { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position) =>
        EndRate + ((StartRate - EndRate) * Math.Pow(1 - ShareOf(position, Over), Power));
}
