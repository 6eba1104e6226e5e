using Nabla.Comparison;

namespace Nabla;

/// <summary>How much of a predicted and a true mask lies on each other, an example: [batch] each.</summary>
/// <param name="Both">Σ p · t.</param>
/// <param name="Predicted">Σ p.</param>
/// <param name="True">Σ t.</param>
internal readonly record struct Overlap(Tensor Both, Tensor Predicted, Tensor True)
{
    public static Overlap Of(Tensor predictions, Tensor targets, bool fromLogits, object owner)
    {
        if (predictions.Rank < 2)
        {
            throw new ShapeMismatchException(
                $"{owner} compares masks [batch, …] but got {predictions.Shape}; give each example its places on "
                + "further axes.", predictions.Shape);
        }

        Tensor p = Scores.AsYes(predictions, fromLogits, owner).Flatten(1), t = targets.Flatten(1);
        return new Overlap((p * t).Sum(1), p.Sum(1), t.Sum(1));
    }
}
