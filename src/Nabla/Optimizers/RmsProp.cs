namespace Nabla;

/// <summary>Gradient descent with each step divided by the recent size of the gradient.</summary>
/// <remarks>
/// <para>
/// Computes <c>s ← decay · s + (1 − decay) · g²</c>, <c>d = g / (√s + ε)</c>, and <c>p ← p − rate · d</c>; with
/// momentum <c>v ← momentum · v + d</c> and <c>p ← p − rate · v</c>. Centered, <c>s</c> is reduced by the square of the
/// mean gradient. Defaults are PyTorch's.
/// </para>
/// <para>Source: T. Tieleman, G. Hinton, Lecture 6.5: RMSprop, 2012; centered: A. Graves, Generating sequences with
/// recurrent neural networks, 2013.</para>
/// </remarks>
[Component("rms_prop")]
public sealed class RmsProp : Optimizer
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="decay">The share of the past in the mean of squares: 0 or more, less than 1.</param>
    /// <param name="epsilon">Added to the root, so that no step is divided by zero.</param>
    /// <param name="momentum">The share of the last step that goes on: 0 or more, less than 1.</param>
    /// <param name="centered">Whether steps are divided by the deviation instead of the mean square.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, added to the gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public RmsProp(
        double learningRate = 0.01, double decay = 0.99, double epsilon = 1e-8, double momentum = 0,
        bool centered = false, double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        CheckDecay(decay, nameof(decay));
        CheckNotNegative(epsilon, nameof(epsilon));
        CheckDecay(momentum, nameof(momentum));
        Decay = decay;
        Epsilon = epsilon;
        Momentum = momentum;
        Centered = centered;
    }

    /// <summary>The share of the past in the mean of squares.</summary>
    public double Decay { get; }

    /// <summary>Added to the root.</summary>
    public double Epsilon { get; }

    /// <summary>The share of the last step that goes on.</summary>
    public double Momentum { get; }

    /// <summary>Whether steps are divided by the deviation instead of the mean square.</summary>
    public bool Centered { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) => (Centered, Momentum > 0) switch
    {
        (false, false) => [new("mean_square")],
        (false, true) => [new("mean_square"), new("momentum")],
        (true, false) => [new("mean_square"), new("mean")],
        (true, true) => [new("mean_square"), new("mean"), new("momentum")],
    };

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        var kept = new List<Tensor>(slots.Count);
        Tensor spread = Remember((slots[0] * Decay) + (gradient.Square() * (1 - Decay)));
        if (Centered)
        {
            spread -= Remember((slots[1] * Decay) + (gradient * (1 - Decay))).Square();
        }

        Tensor direction = gradient / (spread.Sqrt() + Epsilon);
        if (Momentum > 0)
        {
            direction = Remember((slots[^1] * Momentum) + direction);
        }

        return new ParameterUpdate(parameter - (As(parameter, step.LearningRate) * direction), kept);

        Tensor Remember(Tensor slot)
        {
            kept.Add(slot);
            return slot;
        }
    }
}
