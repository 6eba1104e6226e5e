namespace Nabla;

/// <summary><see cref="Adam"/> with weight decay that is no part of the gradient.</summary>
/// <remarks>
/// <para>Computes <c>p ← (1 − rate · weightDecay) · p</c>, then Adam's step. Defaults are PyTorch's.</para>
/// <para>Source: I. Loshchilov, F. Hutter, Decoupled weight decay regularization, 2017.</para>
/// </remarks>
[Component("adamw")]
public sealed class AdamW : Adam
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="weightDecay">The pull of parameters towards zero.</param>
    /// <param name="beta1">The share of the past in the mean gradient: 0 or more, less than 1.</param>
    /// <param name="beta2">The share of the past in the mean square: 0 or more, less than 1.</param>
    /// <param name="epsilon">Added to the root, so that no step is divided by zero.</param>
    /// <param name="amsgrad">Whether steps are divided by the greatest mean square so far.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public AdamW(
        double learningRate = 1e-3, double weightDecay = 0.01, double beta1 = 0.9, double beta2 = 0.999,
        double epsilon = 1e-8, bool amsgrad = false)
        : base(learningRate, beta1, beta2, epsilon, weightDecay, amsgrad) => DecoupledWeightDecay = true;
}
