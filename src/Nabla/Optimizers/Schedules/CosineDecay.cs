namespace Nabla;

/// <summary>A rate that falls along half a cosine, slowly at first and slowly at last.</summary>
/// <remarks>
/// Computes <c>end + (start − end) · (1 + cos(π · progress)) / 2</c>. Source: I. Loshchilov, F. Hutter, SGDR:
/// stochastic gradient descent with warm restarts, 2016; here without restarts.
/// </remarks>
[Component("cosine_decay")]
public sealed class CosineDecay : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="startRate">The rate of the first step.</param>
    /// <param name="endRate">The rate that training ends near.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative or not finite.</exception>
    public CosineDecay(double startRate, double endRate = 0)
    {
        StartRate = CheckRate(startRate, nameof(startRate));
        EndRate = CheckRate(endRate, nameof(endRate));
    }

    /// <summary>The rate of the first step.</summary>
    public double StartRate { get; }

    /// <summary>The rate that training ends near.</summary>
    public double EndRate { get; }

    /// <inheritdoc/>
    public override double RateAt(double progress) => Cosine(StartRate, EndRate, Math.Clamp(progress, 0, 1));
}
