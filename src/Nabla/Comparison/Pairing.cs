namespace Nabla.Comparison;

/// <summary>Predictions and the targets that belong to them.</summary>
internal static class Pairing
{
    /// <summary>
    /// Checks that there is a target for every prediction, and gives the targets the type of the predictions.
    /// </summary>
    /// <param name="predictions">Floating numbers of any shape.</param>
    /// <param name="targets">Numbers or truth values of the same shape.</param>
    /// <param name="owner">Who compares, for the message.</param>
    public static Tensor TargetsLike(Tensor predictions, Tensor targets, object owner)
    {
        if (!predictions.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"{owner} compares floating predictions but got {predictions.Spec}; cast them with "
                + "Cast(DType.Float32).", predictions.DType);
        }

        if (predictions.Shape == targets.Shape)
        {
            return targets.Cast(predictions.DType);
        }

        string advice = predictions.Shape.ElementCount == targets.Shape.ElementCount
            ? $"reshape the targets to {predictions.Shape}"
            : "let the model give as many numbers an example as the targets have";
        throw new ShapeMismatchException(
            $"{owner} expects targets of the shape of the predictions, {predictions.Shape}, "
            + $"but got {targets.Shape}; {advice}.",
            predictions.Shape, targets.Shape);
    }
}
