namespace Nabla;

/// <summary>The mean of squared differences: the usual loss of regression.</summary>
/// <remarks>Computes <c>mean((p − t)²)</c> over all elements.</remarks>
[Component("mean_squared_error")]
public sealed class MeanSquaredError : Loss
{
    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets) =>
        (predictions - TargetsLike(predictions, targets)).Square();
}
