namespace Nabla;

/// <summary>Of the examples of a class, the share that was found; also called sensitivity.</summary>
/// <remarks>Computes <c>TP / (TP + FN)</c>; 0 where there is no example.</remarks>
[Component("recall")]
public sealed class Recall : ClassMetric
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
    public Recall(
        int classes = 2, ClassAverage? average = null, int? classId = null, double threshold = 0)
        : base(classes, average, classId, threshold)
    {
    }


    /// <inheritdoc/>
    protected override double Score(ClassCounts counts) => Ratio(
        counts.TruePositives, counts.TruePositives + counts.FalseNegatives);
}
