namespace Nabla;

/// <summary><see cref="Adam"/> that trusts its mean square only when enough steps went into it.</summary>
/// <remarks>
/// <para>
/// With <c>ρ∞ = 2 / (1 − β₂) − 1</c> and <c>ρ = ρ∞ − 2 · t · β₂ᵗ / (1 − β₂ᵗ)</c> in step <c>t</c>, it computes Adam's
/// step times <c>√((ρ − 4)(ρ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρ))</c> where <c>ρ &gt; 5</c>, and before that only
/// <c>p ← p − rate · m / (1 − β₁ᵗ)</c>; so it needs no warm-up. ε is added to the root before its correction. Defaults
/// are PyTorch's.
/// </para>
/// <para>Source: L. Liu et al., On the variance of the adaptive learning rate and beyond, 2019.</para>
/// </remarks>
[Component("radam")]
public sealed class RAdam : Optimizer
{
    private readonly Moments _moments;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="beta1">The share of the past in the mean gradient: 0 or more, less than 1.</param>
    /// <param name="beta2">The share of the past in the mean square: 0 or more, less than 1.</param>
    /// <param name="epsilon">Added to the root, so that no step is divided by zero: more than 0.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, added to the gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public RAdam(
        double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8,
        double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        _moments = new Moments(beta1, beta2, epsilon);
        ArgumentOutOfRangeException.ThrowIfZero(epsilon);
    }

    /// <summary>The share of the past in the mean gradient.</summary>
    public double Beta1 => _moments.Beta1;

    /// <summary>The share of the past in the mean square.</summary>
    public double Beta2 => _moments.Beta2;

    /// <summary>Added to the root.</summary>
    public double Epsilon => _moments.Epsilon;

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) => Moments.Slots;

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor mean = _moments.Mean(slots, gradient);
        Tensor meanSquare = _moments.MeanSquare(slots, gradient);

        // One of the two factors is zero, so that the pass over the parameter has no branch.
        (Tensor adaptive, Tensor plain) = Trust(step);
        Tensor rate = As(parameter, step.LearningRate / _moments.MeanCorrection(step));
        Tensor factor = (As(parameter, adaptive) / (meanSquare.Sqrt() + Epsilon)) + As(parameter, plain);
        return new ParameterUpdate(parameter - (rate * mean * factor), mean, meanSquare);
    }

    private (Tensor Adaptive, Tensor Plain) Trust(OptimizerStep step)
    {
        double limit = (2 / (1 - Beta2)) - 1;
        Tensor power = Moments.Power(Beta2, step.Number);
        Tensor length = limit - (2 * step.Number * power / (1 - power));
        Tensor isTrusted = length > 5;
        Tensor safe = isTrusted.Where(length, 6);
        Tensor rectification =
            ((safe - 4) * (safe - 2) * limit / (safe * ((limit - 4) * (limit - 2)))).Sqrt();
        Tensor adaptive = isTrusted.Where(rectification * (1 - power).Sqrt(), 0);
        return (adaptive, 1 - isTrusted.Cast(DType.Float64));
    }
}
