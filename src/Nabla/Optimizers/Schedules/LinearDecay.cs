namespace Nabla;

/// <summary>A rate that goes along a straight line, down or up.</summary>
/// <remarks>
/// Computes <c>start + (end − start) · share</c>, as PyTorch's <c>LinearLR</c>.
/// </remarks>
[Component("linear_decay")]
public sealed class LinearDecay : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="startRate">The rate of the first step.</param>
    /// <param name="endRate">The rate at the end.</param>
    /// <param name="over">How long it takes; by default the whole training.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public LinearDecay(double startRate, double endRate = 0, Period over = default)
    {
        StartRate = CheckRate(startRate, nameof(startRate));
        EndRate = CheckRate(endRate, nameof(endRate));
        Over = over;
    }

    /// <summary>The rate of the first step.</summary>
    public double StartRate { get; }

    /// <summary>The rate at the end.</summary>
    public double EndRate { get; }

    /// <summary>How long it takes.</summary>
    public Period Over { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position) =>
        StartRate + ((EndRate - StartRate) * ShareOf(position, Over));
}
