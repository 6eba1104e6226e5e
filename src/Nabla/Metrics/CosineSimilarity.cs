using Nabla.Comparison;

namespace Nabla;

/// <summary>
/// The mean cosine of the angle between predictions and targets: 1 for one direction, −1 for opposite ones.
/// </summary>
/// <remarks>Computes <c>p · t / max(‖p‖ · ‖t‖, 10⁻⁸)</c> along the last axis, [batch, …, features].</remarks>
[Component("cosine_similarity")]
public sealed class CosineSimilarity : MeanMetric
{
    /// <inheritdoc/>
    public override bool HigherIsBetter => true;

    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets) =>
        Geometry.Cosine(predictions, Pairing.TargetsLike(predictions, targets, this), this);
}
