namespace Nabla;

/// <summary>Gradient descent with steps in the unit of the parameters, so that it needs no rate.</summary>
/// <remarks>
/// <para>
/// Computes <c>s ← decay · s + (1 − decay) · g²</c>, <c>d = √(u + ε) / √(s + ε) · g</c>,
/// <c>u ← decay · u + (1 − decay) · d²</c>, and <c>p ← p − rate · d</c>. Defaults are PyTorch's.
/// </para>
/// <para>Source: M. Zeiler, ADADELTA: an adaptive learning rate method, 2012, where the rate is 1.</para>
/// </remarks>
[Component("adadelta")]
public sealed class Adadelta : Optimizer
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="decay">The share of the past in the means of squares: 0 or more, less than 1.</param>
    /// <param name="epsilon">Added under the roots; it lets the first step begin.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, added to the gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Adadelta(double learningRate = 1, double decay = 0.9, double epsilon = 1e-6, double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        CheckDecay(decay, nameof(decay));
        CheckNotNegative(epsilon, nameof(epsilon));
        Decay = decay;
        Epsilon = epsilon;
    }

    /// <summary>The share of the past in the means of squares.</summary>
    public double Decay { get; }

    /// <summary>Added under the roots.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) =>
        [new("mean_square"), new("mean_square_step")];

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor meanSquare = (slots[0] * Decay) + (gradient.Square() * (1 - Decay));
        Tensor direction = (slots[1] + Epsilon).Sqrt() / (meanSquare + Epsilon).Sqrt() * gradient;
        Tensor meanSquareStep = (slots[1] * Decay) + (direction.Square() * (1 - Decay));
        return new ParameterUpdate(
            parameter - (As(parameter, step.LearningRate) * direction), meanSquare, meanSquareStep);
    }
}
