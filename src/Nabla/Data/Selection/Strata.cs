namespace Nabla.Data;

/// <summary>Examples by class, so that each part of a set gets its share of every class.</summary>
internal static class Strata
{
    /// <summary>Two parts, the first with a share of each class.</summary>
    public static (int[] First, int[] Second) Split(Dataset data, double share, long seed)
    {
        var first = new List<int>();
        var second = new List<int>();
        foreach (int[] examples in Shuffled(data, seed))
        {
            int border = (int)Math.Round(share * examples.Length);
            first.AddRange(examples[..border]);
            second.AddRange(examples[border..]);
        }

        return (Mixed(first, seed), Mixed(second, seed));
    }

    /// <summary>The part of each example, when the classes are dealt out one after another.</summary>
    public static int[] Deal(Dataset data, int parts, long seed)
    {
        var partOf = new int[data.Count];
        int next = 0;
        foreach (int example in Shuffled(data, seed).SelectMany(examples => examples))
        {
            partOf[example] = next++ % parts;
        }

        return partOf;
    }

    public static void CheckLabels(Dataset data)
    {
        if (!data.TargetSpec.DType.IsInteger || data.TargetSpec.Shape.ElementCount != 1)
        {
            throw new DTypeMismatchException(
                $"Classes are told apart by labels, one whole number an example, but the targets are "
                + $"{data.TargetSpec}; "
                + "give labels, or leave the classes out.", data.TargetSpec.DType);
        }
    }

    private static IEnumerable<int[]> Shuffled(Dataset data, long seed)
    {
        CheckLabels(data);
        int[] labels = [.. Enumerable.Range(0, data.Count).Chunk(4096).SelectMany(
            examples => data.Read(examples).Target.Cast(DType.Int32).ToArray<int>())];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, data.Count)
            .GroupBy(example => labels[example]).OrderBy(group => group.Key))
        {
            yield return Mixed([.. group], seed, group.Key);
        }
    }

    private static int[] Mixed(List<int> examples, long seed, int label = -1)
    {
        var order = new EpochOrder(examples.Count);
        order.Shuffle(seed, label);
        return [.. order.Examples.ToArray().Select(i => examples[i])];
    }
}
