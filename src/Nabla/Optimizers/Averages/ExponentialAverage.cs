namespace Nabla;

/// <summary>A mean of the weights in which older ones count less and less.</summary>
/// <remarks>
/// <para>
/// Computes <c>a ← decay · a + (1 − decay) · p</c>; the first weights are taken as they are, as in PyTorch's
/// <c>swa_utils</c>. With bias correction the share of the newest weights is <c>(1 − decay) / (1 − decayᵗ)</c> in
/// update <c>t</c>: the weights of the first steps are then no more to the average than those after them.
/// </para>
/// <para>Source: B. Polyak, A. Juditsky, Acceleration of stochastic approximation by averaging, 1992; the correction is
/// that of D. Kingma, J. Ba, Adam, 2014.</para>
/// </remarks>
[Component("exponential_average")]
public sealed class ExponentialAverage : WeightAverage
{
    /// <summary>Creates the average.</summary>
    /// <param name="decay">The share of the past: 0 or more, less than 1; 0.999 remembers some thousand steps.</param>
    /// <param name="biasCorrection">Whether the first weights lose their special part at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is out of range.</exception>
    public ExponentialAverage(double decay = 0.999, bool biasCorrection = false)
    {
        Decay = decay is >= 0 and < 1
            ? decay
            : throw new ArgumentOutOfRangeException(
                nameof(decay), decay, "The decay is 0 or more and less than 1, such as 0.999.");
        BiasCorrection = biasCorrection;
    }

    /// <summary>The share of the past.</summary>
    public double Decay { get; }

    /// <summary>Whether the first weights lose their special part at once.</summary>
    public bool BiasCorrection { get; }

    /// <inheritdoc/>
    protected override Tensor ShareOf(Tensor number) => BiasCorrection
        ? (1 - Decay) / (1 - Moments.Power(Decay, number))
        : 1 - (Decay * (number > 1).Cast(DType.Float64));
}
