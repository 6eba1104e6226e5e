namespace Nabla;

/// <summary>The running means of the gradient and of its square, which Adam and its sisters keep.</summary>
/// <remarks>
/// <c>m ← β₁ · m + (1 − β₁) · g</c> and <c>v ← β₂ · v + (1 − β₂) · g²</c>; both begin at zero, so that they are too
/// small by <c>1 − βᵗ</c> in step <c>t</c>.
/// </remarks>
internal sealed record Moments
{
    /// <summary>Takes the numbers of an optimizer's constructor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Moments(double beta1, double beta2, double epsilon)
    {
        Beta1 = Optimizer.BelowOne(beta1, nameof(beta1));
        Beta2 = Optimizer.BelowOne(beta2, nameof(beta2));
        Epsilon = Optimizer.NotNegative(epsilon, nameof(epsilon))!.Value;
    }

    public double Beta1 { get; }

    public double Beta2 { get; }

    public double Epsilon { get; }

    /// <summary>What is kept for each parameter.</summary>
    public static IReadOnlyList<OptimizerSlot> Slots { get; } = [new("mean"), new("mean_square")];

    /// <summary>The new mean of the gradient.</summary>
    public Tensor Mean(IReadOnlyList<Tensor> slots, Tensor gradient) => (slots[0] * Beta1) + (gradient * (1 - Beta1));

    /// <summary>The new mean of its square.</summary>
    public Tensor MeanSquare(IReadOnlyList<Tensor> slots, Tensor gradient) =>
        (slots[1] * Beta2) + (gradient.Square() * (1 - Beta2));

    /// <summary><c>1 − β₁ᵗ</c>: how far the mean has come.</summary>
    public Tensor MeanCorrection(OptimizerStep step) => 1 - Power(Beta1, step.Number);

    /// <summary><c>1 − β₂ᵗ</c>: how far the mean of squares has come.</summary>
    public Tensor SquareCorrection(OptimizerStep step) => 1 - Power(Beta2, step.Number);

    /// <summary>
    /// <c>βᵗ</c>, in double precision; with β = 0 the logarithm is −∞ and the power 0, as it should be.
    /// </summary>
    public static Tensor Power(double beta, Tensor number) => (number * Math.Log(beta)).Exp();
}
