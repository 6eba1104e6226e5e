using Nabla.Graph;

namespace Nabla.Data;

/// <summary>Another set, computed and kept in memory.</summary>
internal static class CachedDataset
{
    private const int BatchSize = 256;

    public static TensorDataset Of(Dataset source, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (source.Count == 0)
        {
            throw new ArgumentException("An empty set cannot be kept; check how it was cut or loaded.", nameof(source));
        }

        var parts = new List<Tensor>[TransformedSpec(source).Columns.Count];
        Array.ForEach([.. Enumerable.Range(0, parts.Length)], i => parts[i] = []);
        int done = 0;
        foreach (int[] examples in Enumerable.Range(0, source.Count).Chunk(BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Tensor[] columns = [.. source.ReadTransformed(examples).Columns];
            Tensor.Evaluate(columns);
            for (int i = 0; i < columns.Length; i++)
            {
                parts[i].Add(columns[i]);
            }

            progress?.Report((double)(done += examples.Length) / source.Count);
        }

        return new TensorDataset(
            TransformedSpec(source), [.. parts.Select(column => Column.Of(Tensor.Concat(column).Evaluate()))]);
    }

    /// <summary>Types and shapes of one example as the model sees it.</summary>
    public static ExampleSpec TransformedSpec(Dataset source, CallContext? context = null)
    {
        if (source.Transform is not { } transform)
        {
            return source.Spec;
        }

        using Trace trace = Trace.Begin();
        Batch batch = source.Spec.Assemble([.. source.Spec.Batch(1).Select(trace.AddInput)]);
        return transform(batch, context ?? CallContext.Inference).Spec;
    }
}
