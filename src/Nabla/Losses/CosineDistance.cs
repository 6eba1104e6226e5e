using Nabla.Comparison;

namespace Nabla;

/// <summary>
/// One minus the cosine of the angle between predictions and targets: directions matter, lengths do not.
/// </summary>
/// <remarks>
/// Computes <c>1 − p · t / max(‖p‖ · ‖t‖, 10⁻⁸)</c> along the last axis: 0 for one direction, 2 for opposite ones. It
/// is Keras' loss <c>CosineSimilarity</c> plus 1; the metric of that name grows with the likeness.
/// </remarks>
[Component("cosine_distance")]
public sealed class CosineDistance : Loss
{
    /// <summary>The losses of the examples.</summary>
    /// <param name="predictions">[batch, …, features].</param>
    /// <param name="targets">[batch, …, features].</param>
    /// <returns>[batch, …].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets) =>
        1 - Geometry.Cosine(predictions, TargetsLike(predictions, targets), this);
}
