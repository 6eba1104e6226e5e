namespace Nabla;

/// <summary><see cref="Adam"/> that looks ahead along its momentum, as Nesterov's method does.</summary>
/// <remarks>
/// <para>
/// With <c>μₜ = β₁ · (1 − ½ · 0.96^(t · momentumDecay))</c> and <c>Πₜ = μ₁ ⋯ μₜ</c> it computes Adam's <c>m</c> and
/// <c>v</c>, and <c>p ← p − rate · ((1 − μₜ) / (1 − Πₜ) · g + μₜ₊₁ / (1 − Πₜ₊₁) · m) / (√v / √(1 − β₂ᵗ) + ε)</c> in
/// step <c>t</c>. Defaults are PyTorch's.
/// </para>
/// <para>Source: T. Dozat, Incorporating Nesterov momentum into Adam, 2016.</para>
/// </remarks>
[Component("nadam")]
public sealed class Nadam : Optimizer
{
    private readonly Moments _moments;
    private readonly Variable _momentumProduct;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="beta1">The share of the past in the mean gradient: 0 or more, less than 1.</param>
    /// <param name="beta2">The share of the past in the mean square: 0 or more, less than 1.</param>
    /// <param name="epsilon">Added to the root, so that no step is divided by zero.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, added to the gradient.</param>
    /// <param name="momentumDecay">How fast the momentum grows from half of β₁ to β₁: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Nadam(
        double learningRate = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8,
        double weightDecay = 0, double momentumDecay = 4e-3)
        : base(learningRate, weightDecay)
    {
        _moments = new Moments(beta1, beta2, epsilon);
        CheckNotNegative(momentumDecay, nameof(momentumDecay));
        MomentumDecay = momentumDecay;
        _momentumProduct = AddShared("momentum_product", 1);
    }

    /// <summary>The share of the past in the mean gradient.</summary>
    public double Beta1 => _moments.Beta1;

    /// <summary>The share of the past in the mean square.</summary>
    public double Beta2 => _moments.Beta2;

    /// <summary>Added to the root.</summary>
    public double Epsilon => _moments.Epsilon;

    /// <summary>How fast the momentum grows.</summary>
    public double MomentumDecay { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) => Moments.Slots;

    /// <inheritdoc/>
    protected override void Begin(OptimizerStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _momentumProduct.Value *= Momentum(step.Number);
    }

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor mean = _moments.Mean(slots, gradient);
        Tensor meanSquare = _moments.MeanSquare(slots, gradient);

        Tensor product = _momentumProduct.Value, next = Momentum(step.Number + 1);
        Tensor gradientRate = As(parameter, step.LearningRate * (1 - Momentum(step.Number)) / (1 - product));
        Tensor meanRate = As(parameter, step.LearningRate * next / (1 - (product * next)));
        Tensor scale = As(parameter, 1 / _moments.SquareCorrection(step).Sqrt());
        Tensor direction = (gradientRate * gradient) + (meanRate * mean);
        return new ParameterUpdate(
            parameter - (direction / ((meanSquare.Sqrt() * scale) + Epsilon)), mean, meanSquare);
    }

    private Tensor Momentum(Tensor number) => Beta1 * (1 - (0.5 * Moments.Power(0.96, number * MomentumDecay)));
}
