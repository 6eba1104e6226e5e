namespace Nabla;

/// <summary>The correlation of decisions and true classes: fair where classes are of very different sizes.</summary>
/// <remarks>
/// Computes the covariance of the one-hot decisions and classes by the root of the product of their variances: 1 is
/// perfect, 0 is chance. 0 where there is but one class on either side. Sources: B. Matthews, 1975; J. Gorodkin,
/// Comparing two K-category assignments by a K-category correlation coefficient, 2004.
/// </remarks>
[Component("matthews_correlation")]
public sealed class MatthewsCorrelation : ConfusionMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="classes">The number of classes: 2 or more.</param>
    /// <param name="threshold">The border between no and yes: 0 for logits, 0.5 for probabilities.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public MatthewsCorrelation(int classes = 2, double threshold = 0) : base(classes, threshold)
    {
    }

    /// <inheritdoc/>
    protected override double Compute(double[,] table)
    {
        Agreement agreement = Agreement.Of(table);
        double all = agreement.All * agreement.All;
        double covariance = (agreement.Right * agreement.All) - agreement.Chance;
        double spread = Math.Sqrt(all - agreement.ActualSquares) * Math.Sqrt(all - agreement.DecidedSquares);
        return all == 0 ? double.NaN : spread == 0 ? 0 : covariance / spread;
    }
}
