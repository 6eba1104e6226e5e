namespace Nabla;

/// <summary>Adam's formula, for the optimizers that are Adam for some or all parameters.</summary>
internal sealed record AdamRule(Moments Moments, bool Amsgrad = false)
{
    public IReadOnlyList<OptimizerSlot> Slots =>
        Amsgrad ? [.. Moments.Slots, new("max_mean_square")] : Moments.Slots;

    public ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step)
    {
        Tensor mean = Moments.Mean(slots, gradient);
        Tensor meanSquare = Moments.MeanSquare(slots, gradient);
        Tensor spread = Amsgrad ? slots[2].Maximum(meanSquare) : meanSquare;

        Tensor rate = (step.LearningRate / Moments.MeanCorrection(step)).Cast(parameter.DType);
        Tensor scale = (1 / Moments.SquareCorrection(step).Sqrt()).Cast(parameter.DType);
        Tensor updated = parameter - (rate * mean / ((spread.Sqrt() * scale) + Moments.Epsilon));
        return Amsgrad
            ? new ParameterUpdate(updated, mean, meanSquare, spread)
            : new ParameterUpdate(updated, mean, meanSquare);
    }
}
