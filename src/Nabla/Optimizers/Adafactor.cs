namespace Nabla;

/// <summary>Adaptive steps with little memory: of a matrix it keeps one mean square for each row and column.</summary>
/// <remarks>
/// <para>
/// In step <c>t</c> with <c>β = 1 − t^(−decayExponent)</c> it computes the rows <c>r ← β · r + (1 − β) · mean(g² +
/// ε₁)</c>, the columns <c>c</c> likewise, and <c>v = r · c / mean(r)</c>; then <c>u = g / √v</c>, <c>u ← u / max(1,
/// rms(u) / clipThreshold)</c>, and <c>p ← p − max(ε₂, rms(p)) · min(rate, 1 / √t) · u</c>. Vectors keep <c>v</c> as a
/// whole; tensors of more axes are stacks of matrices over the last two. Without relative steps the factor is the rate
/// alone.
/// </para>
/// <para>
/// The means are two passes more over each matrix, the root mean squares one each. Defaults are the paper's; PyTorch
/// 1.13 has none. Source: N. Shazeer, M. Stern, Adafactor: adaptive learning rates with sublinear memory cost, 2018,
/// algorithms 4 to 6.
/// </para>
/// </remarks>
[Component("adafactor")]
public sealed class Adafactor : Optimizer
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes, at most, in relation to the parameter.</param>
    /// <param name="decayExponent">How fast the means forget less: more than 0.</param>
    /// <param name="epsilon1">Added to squares.</param>
    /// <param name="epsilon2">The least size that a parameter counts as.</param>
    /// <param name="clipThreshold">The greatest root mean square of an update: more than 0.</param>
    /// <param name="relativeStep">Whether steps follow the size of the parameter and fall as <c>1 / √t</c>.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, decoupled.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Adafactor(
        double learningRate = 0.01, double decayExponent = 0.8, double epsilon1 = 1e-30, double epsilon2 = 1e-3,
        double clipThreshold = 1, bool relativeStep = true, double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        CheckNotNegative(decayExponent, nameof(decayExponent));
        CheckNotNegative(epsilon1, nameof(epsilon1));
        CheckNotNegative(epsilon2, nameof(epsilon2));
        CheckNotNegative(clipThreshold, nameof(clipThreshold));
        ArgumentOutOfRangeException.ThrowIfZero(decayExponent);
        ArgumentOutOfRangeException.ThrowIfZero(clipThreshold);
        DecayExponent = decayExponent;
        Epsilon1 = epsilon1;
        Epsilon2 = epsilon2;
        ClipThreshold = clipThreshold;
        RelativeStep = relativeStep;
        DecoupledWeightDecay = true;
    }

    /// <summary>How fast the means forget less.</summary>
    public double DecayExponent { get; }

    /// <summary>Added to squares.</summary>
    public double Epsilon1 { get; }

    /// <summary>The least size that a parameter counts as.</summary>
    public double Epsilon2 { get; }

    /// <summary>The greatest root mean square of an update.</summary>
    public double ClipThreshold { get; }

    /// <summary>Whether steps follow the size of the parameter and fall in time.</summary>
    public bool RelativeStep { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Shape.Rank < 2
            ? [new("mean_square")]
            :
            [
                new("row_mean_square") { Shape = parameter.Shape.With(-1, 1) },
                new("column_mean_square") { Shape = parameter.Shape.With(-2, 1) },
            ];
    }

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor forgotten = As(parameter, (step.Number.Log() * -DecayExponent).Exp()), kept = 1 - forgotten;
        Tensor square = gradient.Square() + Epsilon1;
        Tensor[] means = slots.Count == 1
            ? [(slots[0] * kept) + (square * forgotten)]
            :
            [
                (slots[0] * kept) + (square.Mean([-1], keepAxes: true) * forgotten),
                (slots[1] * kept) + (square.Mean([-2], keepAxes: true) * forgotten),
            ];

        // The roots are taken before the product, which would leave the range of float32 where gradients are small.
        Tensor update = slots.Count == 1
            ? gradient * means[0].ReciprocalSqrt()
            : gradient * (means[0] / means[0].Mean([-2], keepAxes: true)).ReciprocalSqrt() * means[1].ReciprocalSqrt();
        Tensor clip = (RootMeanSquare(update) / ClipThreshold).Maximum(1);
        return new ParameterUpdate(parameter - (RateOf(parameter, step) / clip * update), means);
    }

    private Tensor RateOf(Tensor parameter, OptimizerStep step) => RelativeStep
        ? RootMeanSquare(parameter).Maximum(Epsilon2) * As(parameter, step.LearningRate.Minimum(1 / step.Number.Sqrt()))
        : As(parameter, step.LearningRate);

    private static Tensor RootMeanSquare(Tensor x) => x.Square().Mean().Sqrt();
}
