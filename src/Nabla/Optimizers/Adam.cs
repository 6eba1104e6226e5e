namespace Nabla;

/// <summary>Gradient descent by running means of the gradient and of its square.</summary>
/// <remarks>
/// <para>
/// Computes <c>m ← β₁ · m + (1 − β₁) · g</c>, <c>v ← β₂ · v + (1 − β₂) · g²</c>, and <c>p ← p − rate / (1 − β₁ᵗ) · m /
/// (√v / √(1 − β₂ᵗ) + ε)</c> in step <c>t</c>. The corrections are computed once a step, in double precision.
/// </para>
/// <para>Source: D. Kingma, J. Ba, Adam: a method for stochastic optimization, 2014.</para>
/// </remarks>
public class Adam : Optimizer
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="beta1">The share of the past in the mean gradient: 0 or more, less than 1.</param>
    /// <param name="beta2">The share of the past in the mean square: 0 or more, less than 1.</param>
    /// <param name="epsilon">Added to the root, so that no step is divided by zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Adam(double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(learningRate)
    {
        CheckDecay(beta1, nameof(beta1));
        CheckDecay(beta2, nameof(beta2));
        CheckNotNegative(epsilon, nameof(epsilon));
        Beta1 = beta1;
        Beta2 = beta2;
        Epsilon = epsilon;
    }

    /// <summary>The share of the past in the mean gradient.</summary>
    public double Beta1 { get; }

    /// <summary>The share of the past in the mean square.</summary>
    public double Beta2 { get; }

    /// <summary>Added to the root.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<string> SlotNames => ["mean", "mean_square"];

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(step);
        Tensor mean = (slots[0] * Beta1) + (gradient * (1 - Beta1));
        Tensor meanSquare = (slots[1] * Beta2) + (gradient.Square() * (1 - Beta2));

        Tensor rate = (step.LearningRate / Correction(Beta1, step)).Cast(parameter.DType);
        Tensor scale = (1 / Correction(Beta2, step).Sqrt()).Cast(parameter.DType);
        return new ParameterUpdate(
            parameter - (rate * mean / ((meanSquare.Sqrt() * scale) + Epsilon)), mean, meanSquare);
    }

    // 1 − βᵗ: how far a mean that started at zero has come. With β = 0 the logarithm is −∞ and the correction 1, as it
    // should be.
    private static Tensor Correction(double beta, OptimizerStep step) => 1 - (step.Number * Math.Log(beta)).Exp();
}
