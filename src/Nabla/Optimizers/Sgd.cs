namespace Nabla;

/// <summary>Stochastic gradient descent, plain or with momentum.</summary>
/// <remarks>
/// <para>
/// Computes <c>d = g + weightDecay · p</c>, <c>v ← momentum · v + d</c>, and <c>p ← p − rate · v</c>; with Nesterov's
/// momentum <c>p ← p − rate · (d + momentum · v)</c>; without momentum <c>p ← p − rate · d</c>.
/// </para>
/// <para>Source: I. Sutskever et al., On the importance of initialization and momentum in deep learning, 2013; the form
/// is PyTorch's.</para>
/// </remarks>
public sealed class Sgd : Optimizer
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="momentum">The share of the last step that goes on: 0 or more, less than 1.</param>
    /// <param name="nesterov">Whether the gradient is corrected by looking ahead along the momentum.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, added to the gradient.</param>
    /// <exception cref="ArgumentException">Nesterov's method was asked for without momentum.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Sgd(double learningRate = 0.01, double momentum = 0, bool nesterov = false, double weightDecay = 0)
        : base(learningRate)
    {
        CheckDecay(momentum, nameof(momentum));
        CheckNotNegative(weightDecay, nameof(weightDecay));
        if (nesterov && momentum == 0)
        {
            throw new ArgumentException(
                "Nesterov's method looks ahead along the momentum; give a momentum, such as 0.9.", nameof(nesterov));
        }

        Momentum = momentum;
        Nesterov = nesterov;
        WeightDecay = weightDecay;
    }

    /// <summary>The share of the last step that goes on.</summary>
    public double Momentum { get; }

    /// <summary>Whether the gradient is corrected by looking ahead.</summary>
    public bool Nesterov { get; }

    /// <summary>The pull of parameters towards zero.</summary>
    public double WeightDecay { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> SlotNames => Momentum == 0 ? [] : ["momentum"];

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor rate = step.LearningRate.Cast(parameter.DType);
        Tensor direction = WeightDecay == 0 ? gradient : gradient + (parameter * WeightDecay);
        if (Momentum == 0)
        {
            return new ParameterUpdate(parameter - (rate * direction));
        }

        Tensor velocity = (slots[0] * Momentum) + direction;
        direction = Nesterov ? direction + (velocity * Momentum) : velocity;
        return new ParameterUpdate(parameter - (rate * direction), velocity);
    }
}
