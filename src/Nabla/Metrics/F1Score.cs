namespace Nabla;

/// <summary>The harmonic mean of precision and recall.</summary>
/// <remarks>Computes <c>2 · TP / (2 · TP + FP + FN)</c>.</remarks>
[Component("f1_score")]
public sealed class F1Score : ClassMetric
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
    public F1Score(
        int classes = 2, ClassAverage? average = null, int? classId = null, double threshold = 0)
        : base(classes, average, classId, threshold)
    {
    }


    /// <inheritdoc/>
    protected override string DefaultName => "f1_score";

    /// <inheritdoc/>
    protected override double Score(ClassCounts counts) => Ratio(
        2 * counts.TruePositives, (2 * counts.TruePositives) + counts.FalsePositives + counts.FalseNegatives);
}
