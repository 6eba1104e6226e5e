namespace Nabla;

/// <summary>Makes batches of anything that comes one after another: lines, records, messages.</summary>
/// <remarks>
/// For examples that fit into memory a <see cref="TensorDataset"/> is faster and shuffles perfectly; a stream is for
/// those that do not, or that have no end.
/// </remarks>
/// <example><code>
/// IEnumerable&lt;Batch&gt; batches = File.ReadLines("huge.csv").Skip(1).Select(Parse)
///     .Shuffled(buffer: 10_000, seed: 1)
///     .Batches(128, row => Tensor.From(row.Features), row => Tensor.Scalar(row.Label, DType.Int32));
/// trainer.Fit(batches.Ahead(2), epochs: 3);
/// </code></example>
public static partial class BatchStream
{
    /// <summary>Batches of items, in their order.</summary>
    /// <param name="items">The items; enumerated anew for each epoch.</param>
    /// <param name="batchSize">The examples of a batch; the last may have fewer.</param>
    /// <param name="input">From an item to its input, without a batch axis; one shape for all.</param>
    /// <param name="target">From an item to its target, without a batch axis.</param>
    /// <param name="dropLast">Whether a last batch of fewer examples is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1.</exception>
    public static IEnumerable<Batch> Batches<T>(
        this IEnumerable<T> items,
        int batchSize,
        Func<T, Tensor> input,
        Func<T, Tensor> target,
        bool dropLast = false)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return items.Chunk(batchSize)
            .Where(chunk => !dropLast || chunk.Length == batchSize)
            .Select(chunk => Batched(chunk, input, target));
    }

    /// <summary>Batches of items that arrive one by one, in their order.</summary>
    /// <inheritdoc cref="Batches{T}(IEnumerable{T}, int, Func{T, Tensor}, Func{T, Tensor}, bool)"/>
    public static IAsyncEnumerable<Batch> Batches<T>(
        this IAsyncEnumerable<T> items,
        int batchSize,
        Func<T, Tensor> input,
        Func<T, Tensor> target,
        bool dropLast = false)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return items.Chunk(batchSize)
            .Where(chunk => !dropLast || chunk.Length == batchSize)
            .Select(chunk => Batched(chunk, input, target));
    }

    /// <summary>Batches of sequences of different lengths, each padded to the longest of its batch.</summary>
    /// <param name="items">The items; enumerated anew for each epoch.</param>
    /// <param name="batchSize">The examples of a batch; the last may have fewer.</param>
    /// <param name="sequence">From an item to its sequence.</param>
    /// <param name="target">From an item to its target, without a batch axis.</param>
    /// <param name="padding">What fills the end of shorter sequences.</param>
    /// <param name="multiple">
    /// Lengths are rounded up to a multiple of this, since a step is compiled once for each length.
    /// </param>
    /// <returns>
    /// Batches of two inputs: the sequences [batch, length], and how long each is without its padding, int32 [batch].
    /// </returns>
    public static IEnumerable<Batch> PaddedBatches<T, TElement>(
        this IEnumerable<T> items,
        int batchSize,
        Func<T, TElement[]> sequence,
        Func<T, Tensor> target,
        TElement padding = default,
        int multiple = 16)
        where TElement : unmanaged
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(sequence);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(multiple, 1);
        return items.Chunk(batchSize).Select(chunk =>
        {
            TElement[][] sequences = [.. chunk.Select(sequence)];
            int longest = Math.Max(sequences.Max(elements => elements.Length), 1);
            int length = (longest + multiple - 1) / multiple * multiple;
            var padded = new TElement[chunk.Length * length];
            padded.AsSpan().Fill(padding);
            for (int i = 0; i < sequences.Length; i++)
            {
                sequences[i].CopyTo(padded, i * length);
            }

            return new Batch(
                [
                    Tensor.From(padded, chunk.Length, length),
                    Tensor.From([.. sequences.Select(elements => elements.Length)]),
                ],
                [Tensor.Stack([.. chunk.Select(target)])]);
        });
    }

    private static Batch Batched<T>(T[] items, Func<T, Tensor> input, Func<T, Tensor> target) =>
        new(Tensor.Stack([.. items.Select(input)]), Tensor.Stack([.. items.Select(target)]));
}
