using Nabla.Comparison;

namespace Nabla;

/// <summary>The root of the mean of squared differences: an error in the unit of the targets.</summary>
/// <remarks>Computes <c>√(Σ w · (p − t)² / Σ w)</c> over all elements of all batches.</remarks>
[Component("root_mean_squared_error")]
public sealed class RootMeanSquaredError : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets) =>
        (predictions - Pairing.TargetsLike(predictions, targets, this)).Cast(DType.Float64).Square();

    /// <inheritdoc/>
    protected override double Finish(double mean) => Math.Sqrt(mean);
}
