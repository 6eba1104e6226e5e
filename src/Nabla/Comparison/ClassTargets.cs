namespace Nabla.Comparison;

/// <summary>Targets of a choice between classes: labels, or one number a class.</summary>
internal static class ClassTargets
{
    /// <summary>Whether targets hold one number a class; if not, they are labels, and checked.</summary>
    /// <param name="predictions">[batch, …, classes].</param>
    /// <param name="targets">Labels [batch, …] or probabilities [batch, …, classes].</param>
    /// <param name="owner">Who compares, for the message.</param>
    public static bool AreProbabilities(Tensor predictions, Tensor targets, object owner)
    {
        if (predictions.Rank < 2)
        {
            throw new ShapeMismatchException(
                $"{owner} expects logits [batch, …, classes] but got {predictions.Shape}; "
                + "end the model with a Dense layer of one unit a class.", predictions.Shape);
        }

        if (predictions.Shape == targets.Shape)
        {
            return true;
        }

        CheckLabels(predictions, targets, owner);
        return false;
    }

    /// <summary>Targets as one number a class, of the type of the predictions.</summary>
    public static Tensor AsProbabilities(Tensor predictions, Tensor targets, object owner) =>
        AreProbabilities(predictions, targets, owner)
            ? targets.Cast(predictions.DType)
            : targets.OneHot(predictions.Shape[-1], predictions.DType);

    private static void CheckLabels(Tensor logits, Tensor labels, object owner)
    {
        Shape expected = logits.Shape.Without(-1);
        if (labels.Shape != expected)
        {
            string advice = labels.Shape.ElementCount == expected.ElementCount
                ? $"reshape the labels, as in labels.Reshape({expected})"
                : logits.Rank > 2 && labels.Shape == [logits.Shape[0]]
                    ? "the model keeps axes that the labels do not have: put a Flatten before its Dense layers"
                    : "give one label an example, or one probability a class";
            throw new ShapeMismatchException(
                $"{owner} expects labels of shape {expected} for logits {logits.Shape} "
                + $"but got {labels.Shape}; {advice}.",
                logits.Shape, labels.Shape);
        }

        if (!labels.DType.IsInteger)
        {
            throw new DTypeMismatchException(
                $"{owner} expects whole numbers as labels but got {labels.Spec}; cast them with Cast(DType.Int32).",
                labels.DType);
        }
    }
}
