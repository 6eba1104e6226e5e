namespace Nabla;

/// <summary>Stochastic gradient descent, plain or with momentum.</summary>
/// <remarks>
/// <para>
/// Computes <c>d = g + weightDecay · p</c>, <c>v ← momentum · v + d</c>, and <c>p ← p − rate · v</c>; with Nesterov's
/// momentum <c>p ← p − rate · (d + momentum · v)</c>; without momentum <c>p ← p − rate · d</c>. With dampening the
/// velocity takes <c>(1 − dampening) · d</c>, except in the first step. Defaults are PyTorch's, with its rate of 0.01.
/// </para>
/// <para>Source: I. Sutskever et al., On the importance of initialization and momentum in deep learning, 2013; the form
/// is PyTorch's.</para>
/// </remarks>
[Component("sgd")]
public sealed class Sgd : Optimizer
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="momentum">The share of the last step that goes on: 0 or more, less than 1.</param>
    /// <param name="nesterov">Whether the gradient is corrected by looking ahead along the momentum.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, added to the gradient.</param>
    /// <param name="dampening">The share of the gradient that the velocity leaves out: 0 or more, less than 1.</param>
    /// <exception cref="ArgumentException">
    /// Nesterov's method was asked for without momentum, or with dampening.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Sgd(
        double learningRate = 0.01, double momentum = 0, bool nesterov = false, double weightDecay = 0,
        double dampening = 0)
        : base(learningRate, weightDecay)
    {
        CheckDecay(momentum, nameof(momentum));
        CheckDecay(dampening, nameof(dampening));
        if (nesterov && (momentum == 0 || dampening != 0))
        {
            throw new ArgumentException(
                "Nesterov's method looks ahead along the momentum; give a momentum, such as 0.9, and no dampening.",
                nameof(nesterov));
        }

        Momentum = momentum;
        Nesterov = nesterov;
        Dampening = dampening;
    }

    /// <summary>The share of the last step that goes on.</summary>
    public double Momentum { get; }

    /// <summary>Whether the gradient is corrected by looking ahead.</summary>
    public bool Nesterov { get; }

    /// <summary>The share of the gradient that the velocity leaves out.</summary>
    public double Dampening { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) =>
        Momentum == 0 ? [] : [new("momentum")];

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor rate = As(parameter, step.LearningRate);
        if (Momentum == 0)
        {
            return new ParameterUpdate(parameter - (rate * gradient));
        }

        Tensor taken = Dampening == 0
            ? gradient
            : gradient * As(parameter, 1 - (Dampening * (step.Number > 1).Cast(DType.Float64)));
        Tensor velocity = (slots[0] * Momentum) + taken;
        Tensor direction = Nesterov ? gradient + (velocity * Momentum) : velocity;
        return new ParameterUpdate(parameter - (rate * direction), velocity);
    }
}
