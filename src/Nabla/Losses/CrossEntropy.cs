namespace Nabla;

/// <summary>The cross-entropy of a choice between classes, from logits.</summary>
/// <remarks>
/// <para>
/// Computes <c>mean(log Σⱼ e^xⱼ − xₜ)</c> for labels <c>t</c>, and <c>mean(−Σⱼ tⱼ · log softmax(x)ⱼ)</c> for one-hot or
/// probability targets; softmax is part of the loss, so the model ends without it.
/// </para>
/// <para>
/// With smoothing <c>s</c> over <c>k</c> classes the target is <c>(1 − s) · t + s / k</c>. Source: C. Szegedy et al.,
/// Rethinking the Inception architecture for computer vision, 2015, section 7.
/// </para>
/// </remarks>
[Component("cross_entropy")]
public sealed class CrossEntropy : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="labelSmoothing">
    /// The share of certainty that is spread over all classes: 0 or more, less than 1.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labelSmoothing"/> is out of range.</exception>
    public CrossEntropy(double labelSmoothing = 0)
    {
        if (labelSmoothing is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(labelSmoothing), labelSmoothing, "Label smoothing is 0 or more and less than 1, such as 0.1.");
        }

        LabelSmoothing = labelSmoothing;
    }

    /// <summary>The share of certainty that is spread over all classes.</summary>
    public double LabelSmoothing { get; }

    /// <summary>The loss of a batch.</summary>
    /// <param name="predictions">Logits: [batch, …, classes].</param>
    /// <param name="targets">
    /// Labels from 0 to classes − 1, an integer tensor [batch, …]; or probabilities [batch, …, classes].
    /// </param>
    /// <exception cref="ShapeMismatchException">Logits and targets do not belong together.</exception>
    /// <exception cref="DTypeMismatchException">Labels are not integers, or logits not floating.</exception>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        if (predictions.Rank < 2)
        {
            throw new ShapeMismatchException(
                $"{this} expects logits [batch, …, classes] but got {predictions.Shape}; "
                + "end the model with a Dense layer of one unit a class.", predictions.Shape);
        }

        if (predictions.Shape == targets.Shape)
        {
            Tensor likelihood = (TargetsLike(predictions, targets) * predictions.LogSoftmax())
                .Sum([-1], keepAxes: false);
            return Smoothed(predictions, -likelihood);
        }

        CheckLabels(predictions, targets);
        return Smoothed(predictions, predictions.CrossEntropy(targets));
    }

    // The entropy against (1 − s) · t + s / k is (1 − s) times that against t, plus s times that against all classes
    // alike.
    private Tensor Smoothed(Tensor logits, Tensor loss) =>
        LabelSmoothing == 0 ? loss : (loss * (1 - LabelSmoothing)) - (logits.LogSoftmax().Mean(-1) * LabelSmoothing);

    private void CheckLabels(Tensor logits, Tensor labels)
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
                $"{this} expects labels of shape {expected} for logits {logits.Shape} "
                + $"but got {labels.Shape}; {advice}.",
                logits.Shape, labels.Shape);
        }

        if (!labels.DType.IsInteger)
        {
            throw new DTypeMismatchException(
                $"{this} expects whole numbers as labels but got {labels.Spec}; cast them with Cast(DType.Int32).",
                labels.DType);
        }
    }
}
