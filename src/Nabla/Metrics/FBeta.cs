using Nabla.Comparison;

namespace Nabla;

/// <summary>The harmonic mean of precision and recall, recall counting β² times.</summary>
/// <remarks>
/// Computes <c>(1 + β²) · TP / ((1 + β²) · TP + β² · FN + FP)</c>. Source: C. van Rijsbergen, Information retrieval,
/// 1979.
/// </remarks>
[Component("f_beta")]
public sealed class FBeta : ClassMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="beta">How much recall counts: above 0; 1 is the F1 score.</param>
    /// <param name="classes">The number of classes: 2 or more.</param>
    /// <param name="average">
    /// How the classes become one; null for the binary score of 2, the macro mean of more.
    /// </param>
    /// <param name="classId">The class whose score alone counts; null for the average.</param>
    /// <param name="threshold">The border between no and yes: 0 for logits, 0.5 for probabilities.</param>
    /// <exception cref="ArgumentException">The binary score of more than two classes was asked for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public FBeta(
        double beta = 1, int classes = 2, ClassAverage? average = null, int? classId = null, double threshold = 0)
        : base(classes, average, classId, threshold) => Beta = Argument.Positive(beta);


    /// <summary>How much recall counts.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    protected override double Score(ClassCounts counts) => Ratio(
        (1 + (Beta * Beta)) * counts.TruePositives,
        ((1 + (Beta * Beta)) * counts.TruePositives) + (Beta * Beta * counts.FalseNegatives) + counts.FalsePositives);
}
