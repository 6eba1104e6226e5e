using Nabla.Graph;

namespace Nabla.Comparison;

/// <summary>
/// Predictions as scores (logits) or probabilities, as the model ends without or with their function.
/// </summary>
internal static class Scores
{
    // Rows that are looked at where the numbers are there: enough to tell probabilities from scores.
    private const int Rows = 64;

    /// <summary>Logits of classes: of probabilities their logarithms, whose softmax they are.</summary>
    public static Tensor OfClasses(Tensor predictions, bool fromLogits, object owner)
    {
        CheckFloating(predictions, owner);
        if (!fromLogits)
        {
            return predictions.Maximum(Least(predictions.DType)).Log();
        }

        return RangeOf(predictions) is ValueRange.Distribution || LooksLikeProbabilities(predictions)
            ? throw Refusal(owner, "Softmax", predictions)
            : predictions;
    }

    /// <summary>Logits of yes or no: of probabilities <c>log(p / (1 − p))</c>, whose sigmoid they are.</summary>
    public static Tensor OfYes(Tensor predictions, bool fromLogits, object owner)
    {
        CheckFloating(predictions, owner);
        if (!fromLogits)
        {
            double least = Least(predictions.DType);
            Tensor p = predictions.Clamp(least, 1 - least);
            return p.Log() - (-p).Log1p();
        }

        return RangeOf(predictions) is not ValueRange.Any
            ? throw Refusal(owner, "Sigmoid", predictions)
            : predictions;
    }

    /// <summary>Probabilities of yes: of logits the sigmoid.</summary>
    public static Tensor AsYes(Tensor predictions, bool fromLogits, object owner) => fromLogits
        ? OfYes(predictions, true, owner).Sigmoid()
        : predictions;

    private static double Least(DType dtype) => dtype is DType.Float64 ? 1e-15 : 1e-7;

    private static void CheckFloating(Tensor predictions, object owner)
    {
        if (!predictions.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"{owner} compares floating predictions but got {predictions.Spec}; cast them with "
                + "Cast(DType.Float32).", predictions.DType);
        }
    }

    // What the operation that made the numbers says of them; views move numbers but do not change them.
    private static ValueRange RangeOf(Tensor x)
    {
        Tensor source = x;
        while (source.Node is { Op: ViewOp } view)
        {
            source = view.Inputs[0];
        }

        return source.Node?.Op.Range ?? ValueRange.Any;
    }

    // Numbers that are there have lost the operation that made them. Rows of fractions from 0 to 1 that add up to 1 are
    // no accident; one-hot rows are left alone, since tests use them as scores.
    private static bool LooksLikeProbabilities(Tensor x)
    {
        if (!x.IsEvaluated || x.Rank < 2 || x.Shape[-1] < 2 || x.Shape.ElementCount == 0)
        {
            return false;
        }

        int classes = (int)x.Shape[-1];
        double[] numbers = x.Reshape(-1, classes)[..(int)Math.Min(Rows, x.Shape.ElementCount / classes)]
            .Cast(DType.Float64).ToArray<double>();
        return numbers.All(number => number is >= 0 and <= 1)
            && numbers.Any(number => number is > 0 and < 1)
            && numbers.Chunk(classes).All(row => Math.Abs(row.Sum() - 1) < 1e-4);
    }

    private static InvalidOperationException Refusal(object owner, string function, Tensor predictions) => new(
        $"{owner} expects logits but got the probabilities {predictions.Spec} of a {function}, so that it would apply "
        + $"{function} twice and learn badly; remove the {function} at the end of the model, or pass "
        + "fromLogits: false.");
}
