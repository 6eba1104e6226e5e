namespace Nabla;

/// <summary>The cross-entropy of yes-or-no questions, from logits.</summary>
/// <remarks>
/// Computes <c>mean(log(1 + e^x) − x · t)</c>, which is <c>−t · log(σ(x)) − (1 − t) · log(1 − σ(x))</c> without its
/// overflow: the model ends without a sigmoid. Targets are 0 and 1, truth values, or probabilities between.
/// </remarks>
public sealed class BinaryCrossEntropy : Loss
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor predictions, Tensor targets)
    {
        Tensor t = TargetsLike(predictions, targets);
        return (predictions.Softplus() - (predictions * t)).Mean();
    }
}
