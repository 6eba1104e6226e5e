namespace Nabla;

/// <summary>The mean of squared differences of logarithms: for counts and prices, where ratios matter.</summary>
/// <remarks>
/// Computes <c>(log(1 + max(p, 0)) − log(1 + max(t, 0)))²</c>: negative predictions count as 0, and get no gradient.
/// </remarks>
[Component("mean_squared_logarithmic_error")]
public sealed class MeanSquaredLogarithmicError : Loss
{
    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor t = TargetsLike(predictions, targets);
        return (predictions.Relu().Log1p() - t.Relu().Log1p()).Square();
    }
}
