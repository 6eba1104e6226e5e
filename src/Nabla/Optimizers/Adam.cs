namespace Nabla;

/// <summary>Gradient descent by running means of the gradient and of its square.</summary>
/// <remarks>
/// <para>
/// Computes <c>m ← β₁ · m + (1 − β₁) · g</c>, <c>v ← β₂ · v + (1 − β₂) · g²</c>, and <c>p ← p − rate / (1 − β₁ᵗ) · m /
/// (√v / √(1 − β₂ᵗ) + ε)</c> in step <c>t</c>. The corrections are computed once a step, in double precision. With
/// AMSGrad the greatest <c>v</c> so far stands in the root. Defaults are PyTorch's.
/// </para>
/// <para>Source: D. Kingma, J. Ba, Adam: a method for stochastic optimization, 2014; AMSGrad: S. Reddi, S. Kale, S.
/// Kumar, On the convergence of Adam and beyond, 2018.</para>
/// </remarks>
[Component("adam")]
public class Adam : Optimizer
{
    private readonly AdamRule _rule;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="beta1">The share of the past in the mean gradient: 0 or more, less than 1.</param>
    /// <param name="beta2">The share of the past in the mean square: 0 or more, less than 1.</param>
    /// <param name="epsilon">Added to the root, so that no step is divided by zero.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, added to the gradient.</param>
    /// <param name="amsgrad">Whether steps are divided by the greatest mean square so far.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Adam(
        double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8,
        double weightDecay = 0, bool amsgrad = false)
        : base(learningRate, weightDecay)
    {
        _rule = new AdamRule(new Moments(beta1, beta2, epsilon), amsgrad);
    }

    /// <summary>The share of the past in the mean gradient.</summary>
    public double Beta1 => _rule.Moments.Beta1;

    /// <summary>The share of the past in the mean square.</summary>
    public double Beta2 => _rule.Moments.Beta2;

    /// <summary>Added to the root.</summary>
    public double Epsilon => _rule.Moments.Epsilon;

    /// <summary>Whether steps are divided by the greatest mean square so far.</summary>
    public bool Amsgrad => _rule.Amsgrad;

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) => _rule.Slots;

    /// <inheritdoc/>
    protected sealed override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step) =>
        _rule.Update(parameter, gradient, slots, step);
}
