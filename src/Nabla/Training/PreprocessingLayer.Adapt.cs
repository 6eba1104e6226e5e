namespace Nabla;

public abstract partial class PreprocessingLayer
{
    private const int BatchSize = 1024;

    /// <summary>Looks at the first inputs of a set, and forgets what was found before.</summary>
    /// <param name="data">The examples, as the layer will see them.</param>
    /// <exception cref="ArgumentException">There is nothing to be found in the data.</exception>
    public void Adapt(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        AdaptTo(Batches(data));
    }

    private static IEnumerable<Tensor> Batches(Dataset data)
    {
        int[] examples = [.. Enumerable.Range(0, data.Count)];
        for (int start = 0; start < examples.Length; start += BatchSize)
        {
            int count = Math.Min(BatchSize, examples.Length - start);
            yield return data.ReadTransformed(examples.AsSpan(start, count)).Inputs[0];
        }
    }
}
