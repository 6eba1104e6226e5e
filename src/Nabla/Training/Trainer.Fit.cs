using Nabla.Data;

namespace Nabla;

public sealed partial class Trainer
{
    /// <summary>Shows the model all examples of a set a number of times, in mini-batches.</summary>
    /// <remarks>
    /// The order of examples is a function of the model's seed and the epoch; epochs are counted over all calls. The
    /// last batch may be smaller. Cancelling stops between two steps: the model keeps what it learned, and the history
    /// says so.
    /// </remarks>
    /// <param name="data">The examples.</param>
    /// <param name="epochs">How often each example is shown.</param>
    /// <param name="batchSize">The examples of one step.</param>
    /// <param name="validation">Examples to judge by after each epoch.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own.</param>
    /// <param name="progress">Is told how it goes, ten times a second at most and at the end of each epoch.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>The epochs of this call.</returns>
    /// <exception cref="ArgumentException">A set is empty.</exception>
    /// <exception cref="ShapeMismatchException">The examples fit neither the model nor the loss.</exception>
    /// <exception cref="TrainingException">
    /// The loss became NaN or infinite, or a target is out of range; the model is as it was before that step.
    /// </exception>
    public TrainingHistory Fit(
        Dataset data,
        int epochs,
        int batchSize = 32,
        Dataset? validation = null,
        bool shuffle = true,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        CheckSet(data, batchSize, nameof(data));
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        if (validation is not null)
        {
            CheckSet(validation, batchSize, nameof(validation));
        }

        var run = new TrainingRun(data, batchSize, epochs, progress);
        int first = _epochs.Count;
        bool isComplete = true;
        foreach (TrainingCallback callback in Callbacks)
        {
            callback.WantsStop = false;
        }

        var order = new EpochOrder(data.Count);
        for (int epoch = 1; epoch <= epochs && isComplete; epoch++)
        {
            if (shuffle)
            {
                order.Shuffle(Model.Seed, _epochs.Count);
            }

            isComplete = RunEpoch(run, epoch, order, validation, cancellationToken);
            if (Callbacks.Any(callback => callback.WantsStop))
            {
                break;
            }
        }

        return new TrainingHistory(_epochs.GetRange(first, _epochs.Count - first), WasCancelled: !isComplete);
    }

    // False when it was cancelled on the way.
    private bool RunEpoch(
        TrainingRun run, int epoch, EpochOrder order, Dataset? validation, CancellationToken cancellationToken)
    {
        run.StartEpoch(epoch);
        _trainingMetrics.Reset();
        while (run.Examples < run.Data.Count)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return false;
            }

            ReadOnlySpan<int> examples =
                order.Examples[run.Examples..Math.Min(run.Examples + run.BatchSize, run.Data.Count)];
            double loss = Step(run.Data, examples);
            run.FinishStep(examples.Length, _trainingMetrics);
            for (int i = 0; i < Callbacks.Count; i++)
            {
                Callbacks[i].OnStepEnd(this, loss);
            }
        }

        MetricValues training = _trainingMetrics.Values();
        MetricValues? validated = null;
        double examplesPerSecond = run.ExamplesPerSecond;
        if (validation is not null)
        {
            run.Report(TrainingPhase.Validation, training);
            validated = EvaluateUnlessCancelled(
                validation, Math.Max(run.BatchSize, DefaultEvaluationBatch), cancellationToken);
            if (validated is null)
            {
                return false;
            }
        }

        var record = new EpochRecord(_epochs.Count + 1, training, validated, run.Data.Count, run.EpochDuration)
        {
            ExamplesPerSecond = examplesPerSecond,
        };
        _epochs.Add(record);
        run.FinishEpoch(record);
        foreach (TrainingCallback callback in Callbacks)
        {
            callback.OnEpochEnd(this, record);
        }

        return true;
    }

    private MetricValues? EvaluateUnlessCancelled(Dataset data, int batchSize, CancellationToken cancellationToken)
    {
        try
        {
            return Evaluate(data, batchSize, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private double Step(Dataset data, ReadOnlySpan<int> examples)
    {
        Replay program = _training.Get(data, examples.Length);
        data.Load(examples, program);
        try
        {
            program.Run();
        }
        catch (Exception exception) when (IsAboutNumbers(exception))
        {
            (Tensor inputs, Tensor targets) = data.Batch(examples);
            inputs = data.Transform is null ? inputs : data.Transform(inputs);
            string example = StepFailure.ExampleOf(exception, data, examples);
            throw StepFailure.Explain(this, inputs, targets, exception, example);
        }

        _trainingMetrics.Counted(examples.Length);
        return program.Output<double>(0)[0];
    }
}
