namespace Nabla;

/// <summary>The agreement of decisions and true classes beyond that of chance.</summary>
/// <remarks>
/// Computes <c>(a − e) / (1 − e)</c> from the share <c>a</c> of right decisions and that <c>e</c> expected of chance: 1
/// is perfect, 0 is chance. NaN where chance is always right. Source: J. Cohen, A coefficient of agreement for nominal
/// scales, 1960.
/// </remarks>
[Component("cohen_kappa")]
public sealed class CohenKappa : ConfusionMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="classes">The number of classes: 2 or more.</param>
    /// <param name="threshold">The border between no and yes: 0 for logits, 0.5 for probabilities.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public CohenKappa(int classes = 2, double threshold = 0) : base(classes, threshold)
    {
    }

    /// <inheritdoc/>
    protected override double Compute(double[,] table)
    {
        Agreement agreement = Agreement.Of(table);
        return ((agreement.Right * agreement.All) - agreement.Chance)
            / ((agreement.All * agreement.All) - agreement.Chance);
    }
}
