namespace Nabla;

/// <summary>A rate that falls along half a cosine, slowly at first and slowly at last.</summary>
/// <remarks>
/// Computes <c>end + (start − end) · (1 + cos(π · share)) / 2</c>, as PyTorch's <c>CosineAnnealingLR</c>; put a <see
/// cref="WarmUp"/> before it for a rate that rises first. Source: I. Loshchilov, F. Hutter, SGDR: stochastic gradient
/// descent with warm restarts, 2016; with restarts it is <see cref="CosineRestarts"/>.
/// </remarks>
[Component("cosine_decay")]
public sealed class CosineDecay : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="startRate">The rate of the first step.</param>
    /// <param name="endRate">The rate at the end.</param>
    /// <param name="over">How long it takes; by default the whole training.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public CosineDecay(double startRate, double endRate = 0, Period over = default)
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
    public override double RateAt(SchedulePosition position) => Cosine(StartRate, EndRate, ShareOf(position, Over));
}
