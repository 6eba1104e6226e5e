namespace Nabla;

/// <summary>Momentum whose matrices are made orthogonal before each step; other parameters learn by AdamW.</summary>
/// <remarks>
/// <para>
/// For a matrix of <c>m</c> inputs and <c>n</c> outputs it computes <c>v ← momentum · v + (1 − momentum) · g</c>,
/// <c>d = momentum · v + (1 − momentum) · g</c> (without Nesterov <c>d = v</c>), and
/// <c>p ← (1 − rate · weightDecay) · p − rate · √max(1, n / m) · orthogonal(d)</c>. The orthogonal matrix comes of five
/// Newton–Schulz iterations <c>x ← a · x + (b · x·xᵀ + c · (x·xᵀ)²) · x</c>, which is three matrix products each.
/// Kernels of convolutions count as matrices of all axes but the last by the last.
/// </para>
/// <para>
/// It is meant for the matrices between the first and the last layer; name embeddings and the last layer in
/// <c>exclude</c>. AdamW's rate follows the rate of this optimizer in their first proportion. Defaults are those of the
/// reference implementation; PyTorch 1.13 has none. Source: K. Jordan et al., Muon: an optimizer for hidden layers in
/// neural networks, 2024.
/// </para>
/// </remarks>
[Component("muon")]
public sealed class Muon : Optimizer
{
    private readonly AdamRule _rest;
    private readonly double _restShare;
    private readonly ParameterGroup? _excluded;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step of a matrix goes: more than 0.</param>
    /// <param name="momentum">The share of the past in the momentum: 0 or more, less than 1.</param>
    /// <param name="nesterov">Whether the gradient is corrected by looking ahead along the momentum.</param>
    /// <param name="iterations">The Newton–Schulz iterations: 1 or more.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, decoupled.</param>
    /// <param name="adamLearningRate">How far a step of AdamW goes.</param>
    /// <param name="adamBeta1">The share of the past in AdamW's mean gradient.</param>
    /// <param name="adamBeta2">The share of the past in AdamW's mean square.</param>
    /// <param name="adamEpsilon">Added to AdamW's root.</param>
    /// <param name="exclude">Patterns of paths that AdamW learns though they are matrices; none by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Muon(
        double learningRate = 0.02, double momentum = 0.95, bool nesterov = true, int iterations = 5,
        double weightDecay = 0, double adamLearningRate = 3e-4, double adamBeta1 = 0.9, double adamBeta2 = 0.95,
        double adamEpsilon = 1e-10, IReadOnlyList<string>? exclude = null)
        : base(learningRate, weightDecay)
    {
        ArgumentOutOfRangeException.ThrowIfZero(learningRate);
        CheckDecay(momentum, nameof(momentum));
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        CheckNotNegative(adamLearningRate, nameof(adamLearningRate));
        CheckDecay(adamBeta1, nameof(adamBeta1));
        CheckDecay(adamBeta2, nameof(adamBeta2));
        CheckNotNegative(adamEpsilon, nameof(adamEpsilon));
        Momentum = momentum;
        Nesterov = nesterov;
        Iterations = iterations;
        AdamLearningRate = adamLearningRate;
        Exclude = [.. exclude ?? []];
        DecoupledWeightDecay = true;
        _rest = new AdamRule(new Moments(adamBeta1, adamBeta2, adamEpsilon));
        _excluded = Exclude.Count == 0 ? null : new ParameterGroup(Exclude);
        _restShare = adamLearningRate / learningRate;
    }

    /// <summary>The share of the past in the momentum.</summary>
    public double Momentum { get; }

    /// <summary>Whether the gradient is corrected by looking ahead.</summary>
    public bool Nesterov { get; }

    /// <summary>The Newton–Schulz iterations.</summary>
    public int Iterations { get; }

    /// <summary>How far a step of AdamW went at first.</summary>
    public double AdamLearningRate { get; }

    /// <summary>The share of the past in AdamW's mean gradient.</summary>
    public double AdamBeta1 => _rest.Moments.Beta1;

    /// <summary>The share of the past in AdamW's mean square.</summary>
    public double AdamBeta2 => _rest.Moments.Beta2;

    /// <summary>Added to AdamW's root.</summary>
    public double AdamEpsilon => _rest.Moments.Epsilon;

    /// <summary>Patterns of paths that AdamW learns though they are matrices.</summary>
    public IReadOnlyList<string> Exclude { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) =>
        IsMatrix(parameter) ? [new("momentum")] : _rest.Slots;

    /// <inheritdoc/>
    protected override OptimizerStep StepOf(Variable parameter, OptimizerStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return IsMatrix(parameter) ? step : step with { LearningRate = step.LearningRate * _restShare };
    }

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        if (slots.Count > 1)
        {
            return _rest.Update(parameter, gradient, slots, step);
        }

        Tensor momentum = (slots[0] * Momentum) + (gradient * (1 - Momentum));
        Tensor direction = Nesterov ? (momentum * Momentum) + (gradient * (1 - Momentum)) : momentum;
        long outputs = parameter.Shape[-1], inputs = parameter.Shape.ElementCount / outputs;
        Tensor orthogonal = NewtonSchulz.Orthogonal(direction.Reshape(inputs, outputs), Iterations);
        Tensor rate = As(parameter, step.LearningRate * Math.Sqrt(Math.Max(1, (double)outputs / inputs)));
        return new ParameterUpdate(parameter - (rate * orthogonal.Reshape(parameter.Shape)), momentum);
    }

    private bool IsMatrix(Variable parameter) =>
        parameter.Shape.Rank >= 2 && parameter.Shape.ElementCount > 0 && _excluded?.Contains(parameter) != true;
}
