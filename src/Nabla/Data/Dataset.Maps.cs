using Nabla.Data;

namespace Nabla;

public abstract partial class Dataset
{
    /// <summary>This set with a function applied to the first input.</summary>
    /// <remarks>
    /// The function becomes part of the compiled step, unless <see cref="Prefetch"/> follows: then it runs on other
    /// threads, ahead of the step.
    /// </remarks>
    /// <param name="function">From a batch of inputs [batch, …] to what the model sees, in tensor language.</param>
    public Dataset Map(Func<Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Map((batch, _) => batch.WithInputs([function(batch.Input), .. batch.Inputs.Skip(1)]));
    }

    /// <summary>This set with a layer applied to the first input, such as an augmentation.</summary>
    /// <remarks>
    /// A layer that acts in training only leaves the examples alone when the set is used to judge by. Random numbers
    /// are a function of the model's seed, of the place of the layer, and of the number of the batch.
    /// </remarks>
    public Dataset Map(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        int place = Maps;
        return Map((batch, context) => batch.WithInputs(
            [layer.Apply(batch.Input, context.For($"map.{place}")), .. batch.Inputs.Skip(1)]));
    }

    /// <summary>This set with a function applied to whole batches, such as mixing examples.</summary>
    /// <param name="transform">Keeps the number of examples.</param>
    public Dataset Map(BatchTransform transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        return new MappedDataset(this, transform);
    }

    /// <summary>This set with a weight for each example.</summary>
    /// <param name="weights">[examples], 0 or more.</param>
    /// <exception cref="ShapeMismatchException">There is not one weight for each example.</exception>
    public Dataset WithWeights(Tensor weights) => new WeightedDataset(this, weights);

    /// <summary>This set with a weight for each class, given to the examples by their label.</summary>
    /// <param name="weights">By label, from 0: 0 or more, as in <c>[1, 5]</c> for a rare class 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    /// <exception cref="DTypeMismatchException">The targets are no labels.</exception>
    public Dataset WithClassWeights(params ReadOnlySpan<double> weights)
    {
        Strata.CheckLabels(this);
        for (int label = 0; label < weights.Length; label++)
        {
            if (!(weights[label] >= 0 && double.IsFinite(weights[label])))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(weights), weights[label],
                    $"The weight of class {label} is not a finite number of 0 or more.");
            }
        }

        Tensor table = Tensor.From(weights, weights.Length).Cast(DType.Float32);
        return Map((batch, _) => batch.WithWeights(
            table.Gather(batch.Target.Flatten()) * (batch.Weights ?? Tensor.Scalar(1.0))));
    }

    /// <summary>
    /// The set in memory as the model sees it, computed once; what was random in it is left out.
    /// </summary>
    /// <param name="progress">Is told the share that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public Dataset Cache(IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        CachedDataset.Of(this, progress, cancellationToken);

    /// <summary>Prepares batches ahead, on other threads, while the model learns from those before.</summary>
    /// <remarks>
    /// Reading and all maps before run there; maps after are part of the step. Batches come in the same order and with
    /// the same random numbers for any number of threads.
    /// </remarks>
    /// <param name="workers">The number of threads.</param>
    /// <param name="ahead">The batches that each thread may be ahead.</param>
    public Dataset Prefetch(int workers = 1, int ahead = 2) => new PrefetchDataset(this, workers, ahead);

    /// <summary>Stretches of a series: each example is a run of consecutive ones, with the target of its end.</summary>
    /// <param name="length">The examples of a stretch; inputs become [length, …].</param>
    /// <param name="stride">From the start of a stretch to the start of the next.</param>
    /// <param name="offset">
    /// From the last example of a stretch to the one whose target is asked for: 0 is the last itself, 1 the next.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The set is shorter than one stretch.</exception>
    public Dataset Window(int length, int stride = 1, int offset = 0) =>
        new WindowDataset(this, length, stride, offset);

    // How many maps are before: two random layers of one kind must not draw the same numbers.
    internal virtual int Maps => 0;
}
