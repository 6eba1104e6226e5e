namespace Nabla;

/// <summary>Adam's formula, for the optimizers that are Adam for some or all parameters.</summary>
internal sealed record AdamRule(double Beta1, double Beta2, double Epsilon, bool Amsgrad = false)
{
    public IReadOnlyList<OptimizerSlot> Slots => Amsgrad
        ? [new("mean"), new("mean_square"), new("max_mean_square")]
        : [new("mean"), new("mean_square")];

    public ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor mean = (slots[0] * Beta1) + (gradient * (1 - Beta1));
        Tensor meanSquare = (slots[1] * Beta2) + (gradient.Square() * (1 - Beta2));
        Tensor spread = Amsgrad ? slots[2].Maximum(meanSquare) : meanSquare;

        Tensor rate = (step.LearningRate / Correction(Beta1, step)).Cast(parameter.DType);
        Tensor scale = (1 / Correction(Beta2, step).Sqrt()).Cast(parameter.DType);
        Tensor updated = parameter - (rate * mean / ((spread.Sqrt() * scale) + Epsilon));
        return Amsgrad
            ? new ParameterUpdate(updated, mean, meanSquare, spread)
            : new ParameterUpdate(updated, mean, meanSquare);
    }

    /// <summary>
    /// <c>1 − βᵗ</c>: how far a mean that started at zero has come. With β = 0 the logarithm is −∞ and the correction
    /// 1, as it should be.
    /// </summary>
    public static Tensor Correction(double beta, OptimizerStep step) => 1 - Power(beta, step.Number);

    /// <summary><c>βᵗ</c>, in double precision.</summary>
    public static Tensor Power(double beta, Tensor number) => (number * Math.Log(beta)).Exp();
}
