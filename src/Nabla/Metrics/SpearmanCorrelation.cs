using Nabla.Comparison;

namespace Nabla;

/// <summary>How nearly the order of predictions is that of the targets: from −1 to 1; exact, from all rows.</summary>
/// <remarks>
/// The Pearson correlation of ranks, equal numbers sharing their mean rank; over all elements. NaN where one side does
/// not vary or holds a NaN. Source: C. Spearman, The proof and measurement of association between two things, 1904.
/// </remarks>
[Component("spearman_correlation")]
public sealed class SpearmanCorrelation : CollectedMetric
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">There are weights, for which ranks have no agreed meaning.</exception>
    public override IReadOnlyList<Tensor> Collect(Tensor predictions, Tensor targets, Tensor? weights = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        return weights is null
            ? [predictions, Pairing.TargetsLike(predictions, targets, this)]
            : throw new NotSupportedException(
                $"'{Name}' takes no weights: ranks of weighted examples have no agreed meaning; "
                + "use PearsonCorrelation.");
    }

    /// <inheritdoc/>
    public override double Compute(IReadOnlyList<double[,]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        double[]? x = CenteredRanks(columns[0]), y = CenteredRanks(columns[1]);
        return x is null || y is null ? double.NaN : Dot(x, y) / (Math.Sqrt(Dot(x, x)) * Math.Sqrt(Dot(y, y)));
    }

    private static double Dot(double[] x, double[] y) => x.Zip(y, (left, right) => left * right).Sum();

    // Ranks less their mean, which is (n − 1) / 2.
    private static double[]? CenteredRanks(double[,] column)
    {
        double[] numbers = [.. column.Cast<double>()];
        if (numbers.Any(double.IsNaN))
        {
            return null;
        }

        int[] order = [.. Enumerable.Range(0, numbers.Length)];
        Array.Sort((double[])numbers.Clone(), order);
        var ranks = new double[numbers.Length];
        for (int first = 0, end; first < order.Length; first = end)
        {
            end = first + 1;
            while (end < order.Length && numbers[order[end]] == numbers[order[first]])
            {
                end++;
            }

            for (int i = first; i < end; i++)
            {
                ranks[order[i]] = (first + end - numbers.Length) / 2.0;
            }
        }

        return ranks;
    }
}
