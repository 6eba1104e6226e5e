namespace Nabla;

/// <summary>Follow the regularized leader: for sparse linear models, whose weights it sets to exactly zero.</summary>
/// <remarks>
/// <para>
/// Computes <c>n' = n + g²</c>, <c>z ← z + g − (√n' − √n) / rate · p</c>, <c>n ← n'</c>, and <c>p ← 0</c> where <c>|z|
/// ≤ l1</c>, else <c>p ← (sign(z) · l1 − z) / ((β + √n) / rate + l2)</c>. Defaults are those of Keras; PyTorch has
/// none. Keras counts its <c>l2</c> twice.
/// </para>
/// <para>Source: H. B. McMahan et al., Ad click prediction: a view from the trenches, 2013, algorithm 1.</para>
/// </remarks>
[Component("ftrl")]
public sealed class Ftrl : Optimizer
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes: more than 0 in every step.</param>
    /// <param name="initialAccumulator">The sum of squares before the first step: 0 or more.</param>
    /// <param name="l1">The pull that makes weights zero: 0 or more.</param>
    /// <param name="l2">The pull of weights towards zero: 0 or more.</param>
    /// <param name="beta">Added to the root of the sum: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Ftrl(
        double learningRate = 1e-3, double initialAccumulator = 0.1, double l1 = 0, double l2 = 0, double beta = 0)
        : base(learningRate)
    {
        ArgumentOutOfRangeException.ThrowIfZero(learningRate);
        CheckNotNegative(initialAccumulator, nameof(initialAccumulator));
        CheckNotNegative(l1, nameof(l1));
        CheckNotNegative(l2, nameof(l2));
        CheckNotNegative(beta, nameof(beta));
        InitialAccumulator = initialAccumulator;
        L1 = l1;
        L2 = l2;
        Beta = beta;
    }

    /// <summary>The sum of squares before the first step.</summary>
    public double InitialAccumulator { get; }

    /// <summary>The pull that makes weights zero.</summary>
    public double L1 { get; }

    /// <summary>The pull of weights towards zero.</summary>
    public double L2 { get; }

    /// <summary>Added to the root of the sum.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) =>
        [new("sum_square", InitialAccumulator), new("linear")];

    /// <inheritdoc/>
    protected override ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor sum = slots[0] + gradient.Square(), root = sum.Sqrt();
        Tensor inverseRate = As(parameter, 1 / step.LearningRate);
        Tensor linear = slots[1] + gradient - ((root - slots[0].Sqrt()) * inverseRate * parameter);

        // What of z is outside [−l1, l1]: zero within.
        Tensor excess = linear - linear.Clamp(-L1, L1);
        return new ParameterUpdate(-excess / (((root + Beta) * inverseRate) + L2), sum, linear);
    }
}
