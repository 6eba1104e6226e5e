using Nabla.Data;

namespace Nabla;

public partial class Trainer
{
    /// <summary>The loss and the metrics of a set, without changing the model.</summary>
    /// <remarks>
    /// Both are those of the set as one batch, also where elements count differently: with weights of classes, ignored
    /// labels or <see cref="Reduction.WeightedMean"/>; of <see cref="Reduction.Sum"/> it is the sum over the set. A
    /// loss that <see cref="EvaluateStep"/> makes by hand is averaged over batches by their examples.
    /// </remarks>
    /// <param name="data">The examples.</param>
    /// <param name="batchSize">How many are computed at once: it changes speed and memory.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public MetricValues Evaluate(
        Dataset data, int batchSize = DefaultEvaluationBatch, CancellationToken cancellationToken = default)
    {
        CheckSet(data, batchSize, nameof(data));
        using BatchFeed feed = data.Open(new EpochPlan([.. Enumerable.Range(0, data.Count)], batchSize));
        return Evaluate(feed, cancellationToken);
    }

    /// <summary>The loss and the metrics of a stream of batches, without changing the model.</summary>
    /// <param name="batches">The examples.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <exception cref="ArgumentException">There is no batch.</exception>
    public MetricValues Evaluate(IEnumerable<Batch> batches, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        using var feed = new StreamFeed(batches, skip: 0);
        return feed.IsAtEnd
            ? throw new ArgumentException("The stream has no batches; check where they come from.", nameof(batches))
            : Evaluate(feed, cancellationToken);
    }

    /// <summary>What the model gives for every example of a set, in order.</summary>
    /// <param name="data">The examples; their targets are not looked at.</param>
    /// <param name="batchSize">How many are computed at once.</param>
    /// <returns>[examples, …]; of a model of several results, the first.</returns>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    public Tensor Predict(Dataset data, int batchSize = DefaultEvaluationBatch)
    {
        CheckSet(data, batchSize, nameof(data));
        var parts = new List<Tensor>();
        foreach (int[] examples in Enumerable.Range(0, data.Count).Chunk(batchSize))
        {
            parts.Add(Model.Predict(data.ReadTransformed(examples).Inputs, batchSize)[0]);
        }

        return Tensor.Concat(parts).Evaluate();
    }

    private MetricValues Evaluate(BatchFeed feed, CancellationToken cancellationToken)
    {
        _evaluationMetrics.Reset();
        while (!feed.IsAtEnd)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Replay program = _evaluation.Get(feed.Spec, feed.Transform, feed.Size);
            feed.Load(program);
            try
            {
                program.Run();
            }
            catch (LabelOutOfRangeException exception)
            {
                throw new TrainingException(
                    $"Evaluation stopped: {exception.Message}{StepFailure.ExampleOf(exception, feed)}", exception);
            }

            _evaluationMetrics.Counted(program, feed.Size);
            feed.Advance();
        }

        return _evaluationMetrics.Values();
    }
}
