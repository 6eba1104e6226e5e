namespace Nabla;

/// <summary><see cref="Adam"/> with the greatest recent gradient in place of the mean square.</summary>
/// <remarks>
/// <para>
/// Computes <c>m ← β₁ · m + (1 − β₁) · g</c>, <c>u ← max(β₂ · u, |g| + ε)</c>, and <c>p ← p − rate / (1 − β₁ᵗ) · m /
/// u</c> in step <c>t</c>. Defaults are PyTorch's.
/// </para>
/// <para>Source: D. Kingma, J. Ba, Adam: a method for stochastic optimization, 2014, section 7.1.</para>
/// </remarks>
[Component("adamax")]
public sealed class Adamax : Optimizer
{
    private readonly Moments _moments;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="beta1">The share of the past in the mean gradient: 0 or more, less than 1.</param>
    /// <param name="beta2">What is left of the greatest gradient after a step: 0 or more, less than 1.</param>
    /// <param name="epsilon">Added to magnitudes, so that no step is divided by zero.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, added to the gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Adamax(
        double learningRate = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8,
        double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        _moments = new Moments(beta1, beta2, epsilon);
    }

    /// <summary>The share of the past in the mean gradient.</summary>
    public double Beta1 => _moments.Beta1;

    /// <summary>What is left of the greatest gradient after a step.</summary>
    public double Beta2 => _moments.Beta2;

    /// <summary>Added to magnitudes.</summary>
    public double Epsilon => _moments.Epsilon;

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) => [new("mean"), new("max")];

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor mean = _moments.Mean(slots, gradient);
        Tensor max = (slots[1] * Beta2).Maximum(gradient.Abs() + Epsilon);
        Tensor rate = As(parameter, step.LearningRate / _moments.MeanCorrection(step));
        return new ParameterUpdate(parameter - (rate * mean / max), mean, max);
    }
}
