namespace Nabla;

/// <summary>Of the decisions for a class, the share that is right.</summary>
/// <remarks>Computes <c>TP / (TP + FP)</c>; 0 where nothing was decided on.</remarks>
[Component("precision")]
public sealed class Precision : ClassMetric
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
    public Precision(
        int classes = 2, ClassAverage? average = null, int? classId = null, double threshold = 0)
        : base(classes, average, classId, threshold)
    {
    }


    /// <inheritdoc/>
    protected override double Score(ClassCounts counts) => Ratio(
        counts.TruePositives, counts.TruePositives + counts.FalsePositives);
}
