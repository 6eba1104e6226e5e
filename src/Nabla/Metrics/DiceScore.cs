namespace Nabla;

/// <summary>Twice the overlap of masks by the sum of their sizes: segmentation.</summary>
/// <remarks>
/// Computes <c>2 · TP / (2 · TP + FP + FN)</c> over all places of all examples, which is the F1 score of places; the
/// loss is <see cref="Dice"/>.
/// </remarks>
[Component("dice_score")]
public sealed class DiceScore : ClassMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="classes">The number of classes: 2 or more.</param>
    /// <param name="average">
    /// How the classes become one; null for the binary score of 2, the macro mean of more.
    /// </param>
    /// <param name="classId">The class whose score alone counts; null for the average.</param>
    /// <param name="threshold">The border between no and yes: 0 for logits, 0.5 for probabilities.</param>
    /// <exception cref="ArgumentException">The binary score of more than two classes was asked for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public DiceScore(
        int classes = 2, ClassAverage? average = null, int? classId = null, double threshold = 0)
        : base(classes, average, classId, threshold)
    {
    }


    /// <inheritdoc/>
    protected override double Score(ClassCounts counts) => Ratio(
        2 * counts.TruePositives, (2 * counts.TruePositives) + counts.FalsePositives + counts.FalseNegatives);
}
