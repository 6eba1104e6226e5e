namespace Nabla;

/// <summary>Gradient descent by the sign of a momentum: every element goes equally far.</summary>
/// <remarks>
/// <para>
/// Computes <c>d = sign(β₁ · m + (1 − β₁) · g)</c>, <c>m ← β₂ · m + (1 − β₂) · g</c>, and
/// <c>p ← p − rate · (d + weightDecay · p)</c>. Rates are some three to ten times smaller than Adam's, weight decays as
/// many times larger. Defaults are the paper's; PyTorch has none.
/// </para>
/// <para>Source: X. Chen et al., Symbolic discovery of optimization algorithms, 2023, algorithm 2.</para>
/// </remarks>
[Component("lion")]
public sealed class Lion : Optimizer
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="beta1">The share of the past in the direction: 0 or more, less than 1.</param>
    /// <param name="beta2">The share of the past in the momentum: 0 or more, less than 1.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, decoupled.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Lion(double learningRate = 1e-4, double beta1 = 0.9, double beta2 = 0.99, double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        CheckDecay(beta1, nameof(beta1));
        CheckDecay(beta2, nameof(beta2));
        Beta1 = beta1;
        Beta2 = beta2;
        DecoupledWeightDecay = true;
    }

    /// <summary>The share of the past in the direction.</summary>
    public double Beta1 { get; }

    /// <summary>The share of the past in the momentum.</summary>
    public double Beta2 { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) => [new("momentum")];

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor direction = ((slots[0] * Beta1) + (gradient * (1 - Beta1))).Sign();
        Tensor momentum = (slots[0] * Beta2) + (gradient * (1 - Beta2));
        return new ParameterUpdate(parameter - (As(parameter, step.LearningRate) * direction), momentum);
    }
}
