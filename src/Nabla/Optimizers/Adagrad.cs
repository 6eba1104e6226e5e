namespace Nabla;

/// <summary>Gradient descent with each step divided by the size of all gradients so far.</summary>
/// <remarks>
/// <para>
/// Computes <c>s ← s + g²</c> and <c>p ← p − rate / (1 + (t − 1) · rateDecay) · g / (√s + ε)</c> in step <c>t</c>. Rare
/// features keep large steps; all steps shrink in time. Defaults are PyTorch's.
/// </para>
/// <para>Source: J. Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods for online learning and stochastic
/// optimization, 2011.</para>
/// </remarks>
[Component("adagrad")]
public sealed class Adagrad : Optimizer
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="rateDecay">How fast the rate falls: 0 or more.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, added to the gradient.</param>
    /// <param name="initialAccumulator">The sum of squares before the first step: 0 or more.</param>
    /// <param name="epsilon">Added to the root, so that no step is divided by zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Adagrad(
        double learningRate = 0.01, double rateDecay = 0, double weightDecay = 0, double initialAccumulator = 0,
        double epsilon = 1e-10)
        : base(learningRate, weightDecay)
    {
        CheckNotNegative(rateDecay, nameof(rateDecay));
        CheckNotNegative(initialAccumulator, nameof(initialAccumulator));
        CheckNotNegative(epsilon, nameof(epsilon));
        RateDecay = rateDecay;
        InitialAccumulator = initialAccumulator;
        Epsilon = epsilon;
    }

    /// <summary>How fast the rate falls.</summary>
    public double RateDecay { get; }

    /// <summary>The sum of squares before the first step.</summary>
    public double InitialAccumulator { get; }

    /// <summary>Added to the root.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) =>
        [new("sum_square", InitialAccumulator)];

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor sum = slots[0] + gradient.Square();
        Tensor rate = As(parameter, step.LearningRate / (1 + ((step.Number - 1) * RateDecay)));
        return new ParameterUpdate(parameter - (rate * gradient / (sum.Sqrt() + Epsilon)), sum);
    }
}
