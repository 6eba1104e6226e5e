namespace Nabla;

/// <summary>The cross-entropy of yes-or-no questions, from logits.</summary>
/// <remarks>
/// Computes <c>mean(log(1 + e^x) − x · t)</c>, which is <c>−t · log(σ(x)) − (1 − t) · log(1 − σ(x))</c> without its
/// overflow: the model ends without a sigmoid. Targets are 0 and 1, truth values, or probabilities between.
/// </remarks>
[Component("binary_cross_entropy")]
public sealed class BinaryCrossEntropy : Loss
{
    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor t = TargetsLike(predictions, targets);
        return predictions.Softplus() - (predictions * t);
    }
}
