namespace Nabla;

/// <summary>A rate that falls by a factor at given times.</summary>
/// <remarks>
/// Computes <c>start · factorⁿ</c> after <c>n</c> milestones, as PyTorch's <c>MultiStepLR</c>.
/// </remarks>
[Component("multi_step_decay")]
public sealed class MultiStepDecay : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="startRate">The rate of the first step.</param>
    /// <param name="milestones">When the rate falls, from the start of training.</param>
    /// <param name="factor">What the rate is multiplied by: finite, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public MultiStepDecay(double startRate, IReadOnlyList<Period> milestones, double factor = 0.1)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        StartRate = CheckRate(startRate, nameof(startRate));
        Milestones = [.. milestones];
        Factor = CheckRate(factor, nameof(factor));
    }

    /// <summary>The rate of the first step.</summary>
    public double StartRate { get; }

    /// <summary>When the rate falls.</summary>
    public IReadOnlyList<Period> Milestones { get; }

    /// <summary>What the rate is multiplied by.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position) =>
        StartRate * Math.Pow(Factor, Milestones.Count(milestone => position.Step >= milestone.In(position)));
}
