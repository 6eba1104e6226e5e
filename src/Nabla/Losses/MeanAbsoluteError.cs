namespace Nabla;

/// <summary>The mean of absolute differences: regression that far outliers do not dominate.</summary>
/// <remarks>Computes <c>mean(|p − t|)</c> over all elements; the gradient where they are equal is 0.</remarks>
[Component("mean_absolute_error")]
public sealed class MeanAbsoluteError : Loss
{
    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets) =>
        (predictions - TargetsLike(predictions, targets)).Abs();
}
