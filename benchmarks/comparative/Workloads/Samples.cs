namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>Numbers to compute with; any will do, as long as none is denormal, infinite or NaN.</summary>
internal static class Samples
{
    /// <summary>Fills with numbers between 0 and 1.</summary>
    public static void Fill(Span<float> values, int seed)
    {
        var random = new Random(seed);
        foreach (ref float value in values)
        {
            value = random.NextSingle();
        }
    }

    /// <summary>A tensor of numbers between 0 and 1.</summary>
    public static Tensor Uniform(Shape shape, int seed)
    {
        float[] values = new float[shape.ElementCount];
        Fill(values, seed);
        return Tensor.From(values, shape);
    }

    /// <summary>A tensor of labels.</summary>
    public static Tensor Labels(int count, int classes, int seed)
    {
        var random = new Random(seed);
        int[] labels = new int[count];
        foreach (ref int label in labels.AsSpan())
        {
            label = random.Next(classes);
        }

        return Tensor.From(labels, [count]);
    }
}
