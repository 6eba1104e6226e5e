namespace Nabla.Studio;

/// <summary>
/// Places the items of a row as near as can be to where each wants to be, without overlap and in their order.
/// </summary>
internal static class Separated
{
    /// <summary>Minimises the weighted sum of squared distances, exactly, by pooling adjacent violators.</summary>
    /// <param name="row">The items, left to right; their X is set.</param>
    /// <param name="wanted">Where each wants its middle.</param>
    /// <param name="gap">The space between two.</param>
    public static void Place(List<LayoutItem> row, double[] wanted, double gap)
    {
        // Measured from where an item stands when all are pushed together, "no overlap" becomes "not decreasing".
        double[] packed = new double[row.Count];
        for (int i = 1; i < row.Count; i++)
        {
            packed[i] = packed[i - 1] + ((row[i - 1].Width + row[i].Width) / 2) + gap;
        }

        var pools = new Stack<(double Mean, double Weight, int Count)>();
        for (int i = 0; i < row.Count; i++)
        {
            (double mean, double weight, int count) = (wanted[i] - packed[i], row[i].Weight, 1);
            while (pools.TryPeek(out (double Mean, double Weight, int Count) before) && before.Mean > mean)
            {
                pools.Pop();
                mean = ((mean * weight) + (before.Mean * before.Weight)) / (weight + before.Weight);
                weight += before.Weight;
                count += before.Count;
            }

            pools.Push((mean, weight, count));
        }

        int last = row.Count;
        foreach ((double mean, _, int count) in pools)
        {
            for (int i = last - count; i < last; i++)
            {
                row[i].X = mean + packed[i];
            }

            last -= count;
        }
    }
}
