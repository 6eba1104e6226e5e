namespace Nabla;

/// <summary>How often each class was taken for each: <see cref="ConfusionMetric.Table"/>.</summary>
/// <remarks>As one number it is the share of right decisions.</remarks>
/// <example><code>double[,] table = new ConfusionMatrix(10).TableOf(model.Predict(images), labels);</code></example>
[Component("confusion_matrix")]
public sealed class ConfusionMatrix : ConfusionMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="classes">The number of classes: 2 or more.</param>
    /// <param name="threshold">The border between no and yes: 0 for logits, 0.5 for probabilities.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ConfusionMatrix(int classes = 2, double threshold = 0) : base(classes, threshold)
    {
    }

    /// <inheritdoc/>
    protected override double Compute(double[,] table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Enumerable.Range(0, Classes).Sum(i => table[i, i]) / table.Cast<double>().Sum();
    }
}
