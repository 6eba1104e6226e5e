namespace Nabla;

/// <summary>The mean of squared differences: the usual loss of regression.</summary>
/// <remarks>Computes <c>mean((p − t)²)</c> over all elements.</remarks>
public sealed class MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor predictions, Tensor targets) =>
        (predictions - TargetsLike(predictions, targets)).Square().Mean();
}
