using Nabla.Data;

namespace Nabla;

public abstract partial class Dataset
{
    /// <summary>The examples in batches, as a loop of one's own takes them.</summary>
    /// <remarks>
    /// Batches are what the model would see: maps are applied, and sets that work ahead do. Random maps draw the
    /// numbers of the batch's number, counted over epochs, as in training.
    /// </remarks>
    /// <param name="batchSize">The examples of a batch; the last may have fewer.</param>
    /// <param name="seed">
    /// Decides order and random numbers; null keeps the order, and random maps leave examples alone.
    /// </param>
    /// <param name="epoch">Which of the orders of the seed.</param>
    /// <example><code>
    /// foreach (Batch batch in data.Batches(128, seed: 1, epoch: 3))
    /// {
    ///     Learn(batch.Input, batch.Target);
    /// }
    /// </code></example>
    public IEnumerable<Batch> Batches(int batchSize, long? seed = null, int epoch = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return Enumerate();

        IEnumerable<Batch> Enumerate()
        {
            var order = new EpochOrder(Count);
            if (seed is { } value)
            {
                order.Shuffle(value, epoch);
            }

            var plan = new EpochPlan(order.Examples.ToArray(), batchSize)
            {
                IsTraining = seed is not null,
                Seed = seed ?? 0,
            };
            long first = (long)epoch * plan.BatchCount;
            using BatchFeed feed = Open(plan with { FirstNumber = first });
            Func<Batch, long, Batch> transform = Compiled(feed.Spec, feed.Transform, seed);
            for (long number = first; !feed.IsAtEnd; number++)
            {
                yield return transform(feed.Read(), number);
                feed.Advance();
            }
        }
    }

    // Compiled once for the loop: an augmentation is a hundred operations, which are slow to record for each batch.
    private static Func<Batch, long, Batch> Compiled(ExampleSpec spec, BatchTransform? transform, long? seed)
    {
        if (transform is null)
        {
            return (batch, _) => batch;
        }

        ExampleSpec? result = null;
        var function = new CompiledFunction(inputs =>
        {
            Batch mapped = transform(
                spec.Assemble([.. inputs.SkipLast(1)]),
                seed is { } value ? CallContext.Training(inputs[^1], value) : CallContext.Inference);
            result = mapped.Spec;
            return [.. mapped.Columns];
        });
        return (batch, number) =>
        {
            Tensor[] columns = function.Invoke([.. batch.Columns, Tensor.Scalar(number, DType.Int64)]);
            return result!.Assemble(columns);
        };
    }
}
