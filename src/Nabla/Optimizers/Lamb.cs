namespace Nabla;

/// <summary><see cref="Adam"/> with steps in proportion to the parameter that they change: for large batches.</summary>
/// <remarks>
/// <para>
/// With Adam's corrected means it computes <c>d = m̂ / (√v̂ + ε) + weightDecay · p</c> and
/// <c>p ← p − rate · ‖p‖ / ‖d‖ · d</c> for each parameter; where a norm is zero their quotient is 1. The norms are two
/// more passes over each parameter. Defaults are the paper's; PyTorch has none.
/// </para>
/// <para>Source: Y. You et al., Large batch optimization for deep learning: training BERT in 76 minutes, 2019,
/// algorithm 2.</para>
/// </remarks>
[Component("lamb")]
public sealed class Lamb : Optimizer
{
    private readonly Moments _moments;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="beta1">The share of the past in the mean gradient: 0 or more, less than 1.</param>
    /// <param name="beta2">The share of the past in the mean square: 0 or more, less than 1.</param>
    /// <param name="epsilon">Added to the root, so that no step is divided by zero.</param>
    /// <param name="weightDecay">The pull of parameters towards zero, a part of the direction.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Lamb(
        double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-6,
        double weightDecay = 0.01)
        : base(learningRate, weightDecay)
    {
        _moments = new Moments(beta1, beta2, epsilon);
    }

    /// <summary>The share of the past in the mean gradient.</summary>
    public double Beta1 => _moments.Beta1;

    /// <summary>The share of the past in the mean square.</summary>
    public double Beta2 => _moments.Beta2;

    /// <summary>Added to the root.</summary>
    public double Epsilon => _moments.Epsilon;

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) => Moments.Slots;

    /// <inheritdoc/>
    protected override (Tensor Parameter, Tensor Gradient) DecayWeights(
        Tensor parameter, Tensor gradient, OptimizerStep step) => (parameter, gradient);

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor mean = _moments.Mean(slots, gradient);
        Tensor meanSquare = _moments.MeanSquare(slots, gradient);
        Tensor meanScale = As(parameter, 1 / _moments.MeanCorrection(step));
        Tensor rootScale = As(parameter, 1 / _moments.SquareCorrection(step).Sqrt());
        Tensor direction = mean * meanScale / ((meanSquare.Sqrt() * rootScale) + Epsilon);
        if (step.WeightDecay != 0)
        {
            direction += parameter * step.WeightDecay;
        }

        Tensor size = parameter.Norm(), length = direction.Norm();
        Tensor trust = ((size > 0) & (length > 0)).Where(size / length, 1);
        return new ParameterUpdate(
            parameter - (As(parameter, step.LearningRate) * trust * direction), mean, meanSquare);
    }
}
