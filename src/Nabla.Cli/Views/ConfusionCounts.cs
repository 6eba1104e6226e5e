namespace Nabla.Cli.Views;

/// <summary>How often each class was taken for each other.</summary>
internal sealed class ConfusionCounts
{
    private readonly int[,] _counts;

    /// <summary>Counts.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="truth">The label of each example.</param>
    /// <param name="predicted">What the network said of each example.</param>
    public ConfusionCounts(int classes, IReadOnlyList<int> truth, IReadOnlyList<int> predicted)
    {
        Classes = classes;
        _counts = new int[classes, classes];
        for (int i = 0; i < truth.Count; i++)
        {
            _counts[truth[i], predicted[i]]++;
        }
    }

    public int Classes { get; }

    /// <summary>The largest count of all.</summary>
    public int Largest => _counts.Cast<int>().DefaultIfEmpty().Max();

    /// <summary>How many of one class were taken for another.</summary>
    public int this[int truth, int predicted] => _counts[truth, predicted];

    /// <summary>
    /// How many of a class were recognised, as a fraction of those there were; null when there were none.
    /// </summary>
    public double? Recall(int truth)
    {
        int total = Enumerable.Range(0, Classes).Sum(predicted => _counts[truth, predicted]);
        return total == 0 ? null : (double)_counts[truth, truth] / total;
    }
}
