using System.Diagnostics;
using Nabla.Data;

namespace Nabla;

public partial class Trainer
{
    // Where the next call of Fit begins, after a checkpoint was read.
    private (int Epochs, int Batches) _resume;

    // Where the last call of Fit was cancelled, for a checkpoint that is written afterwards.
    private (int Epochs, int Batches) _stopped;

    // The rate at the start of the epoch under way, for its record.
    private double _epochRate;

    /// <summary>Shows the model all examples of a set a number of times, in mini-batches.</summary>
    /// <remarks>
    /// The order of examples is a function of the model's seed and the epoch; epochs are counted over all calls. The
    /// last batch may be smaller. Cancelling stops between two steps: the model keeps what it learned, and the history
    /// says so. After a checkpoint was read the call goes on where the one that wrote the checkpoint was, and
    /// ends after as many epochs as that one would have.
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
        var order = new EpochOrder(data.Count);
        var plan = new EpochPlan([], batchSize) { IsTraining = true, Seed = Model.Seed };
        var call = new FitCall(
            data, validation, epochs, batchSize, (int)((data.Count + (long)batchSize - 1) / batchSize));
        return Fit(call, Open, progress, cancellationToken);

        BatchFeed Open(int firstBatch)
        {
            if (shuffle)
            {
                order.Shuffle(Model.Seed, _epochs.Count);
            }

            return data.Open(plan with
            {
                Order = order.Examples.ToArray(),
                FirstBatch = firstBatch,
                FirstNumber = BatchCounter.Value.Item<long>() - firstBatch,
            });
        }
    }

    /// <summary>
    /// Shows the model a stream of batches, such as one that is too large for memory, a number of times.
    /// </summary>
    /// <param name="batches">Enumerated anew in each epoch; shuffle it where it comes from.</param>
    /// <param name="epochs">How often.</param>
    /// <param name="validation">Examples to judge by after each epoch.</param>
    /// <param name="progress">Is told how it goes, ten times a second at most and at the end of each epoch.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>The epochs of this call.</returns>
    /// <exception cref="ArgumentException">The stream has no batches.</exception>
    public TrainingHistory Fit(
        IEnumerable<Batch> batches,
        int epochs,
        Dataset? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        var call = new FitCall(Data: null, validation, epochs, BatchSize: 0, StepsPerEpoch: 0);
        return Fit(call, skip => new StreamFeed(batches, skip), progress, cancellationToken);
    }

    /// <summary>Shows the model batches that arrive one by one; waits for each on the calling thread.</summary>
    /// <inheritdoc cref="Fit(IEnumerable{Batch}, int, Dataset?, IProgress{TrainingProgress}?, CancellationToken)"/>
    public TrainingHistory Fit(
        IAsyncEnumerable<Batch> batches,
        int epochs,
        Dataset? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return Fit(batches.ToBlockingEnumerable(cancellationToken), epochs, validation, progress, cancellationToken);
    }

    private TrainingHistory Fit(
        FitCall call,
        Func<int, BatchFeed> open,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(call.Epochs, "epochs");
        RefuseWithinFit();
        if (call.Validation is not null)
        {
            CheckSet(call.Validation, 1, "validation");
        }

        CheckPosition(call);
        (call.EpochsDone, call.BatchesDone) = _resume;
        _resume = default;
        int first = _epochs.Count - call.EpochsDone;
        bool isComplete = true;
        Current = call;
        using Activity? activity = Telemetry.StartFit(call);
        try
        {
            foreach (TrainingCallback callback in Callbacks)
            {
                callback.Begin(this);
            }

            var run = new TrainingRun(call, progress);
            while (call.EpochsDone < call.Epochs && isComplete && !WantsStop)
            {
                isComplete = RunEpoch(call, run, open, cancellationToken);
            }

            foreach (TrainingCallback callback in Callbacks)
            {
                callback.OnTrainEnd(this);
            }

            if (isComplete && call.EpochsDone < call.Epochs && _epochs.Count > 0
                && Callbacks.FirstOrDefault(callback => callback.WantsStop) is { } stopping)
            {
                run.Stop(
                    _epochs[^1].Training, stopping.StopReason ?? $"{stopping.GetType().Name} asked for it");
            }
        }
        finally
        {
            _stopped = isComplete ? default : (call.EpochsDone, call.BatchesDone);
            Current = null;
        }

        return new TrainingHistory(_epochs.GetRange(first, _epochs.Count - first), WasCancelled: !isComplete);
    }

    private bool WantsStop => Callbacks.Any(callback => callback.WantsStop);

    // False when it was cancelled on the way.
    private bool RunEpoch(
        FitCall call, TrainingRun run, Func<int, BatchFeed> open, CancellationToken cancellationToken)
    {
        using Activity? activity = Telemetry.StartEpoch(_epochs.Count + 1);
        RefuseAverages();
        run.StartEpoch();
        if (call.BatchesDone == 0)
        {
            _trainingMetrics.Reset();
            _epochRate = Optimizer.LearningRate;
            ForgetGathered();
            foreach (TrainingCallback callback in Callbacks)
            {
                callback.OnEpochBegin(this, _epochs.Count + 1);
            }
        }

        PrepareAverage();
        using (BatchFeed feed = open(call.BatchesDone))
        {
            if (feed.IsAtEnd && call.BatchesDone == 0)
            {
                throw new ArgumentException("The stream has no batches; check where they come from.");
            }

            while (!feed.IsAtEnd && !Callbacks.Any(callback => callback.WantsStopNow))
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return false;
                }

                Step(call, run, feed);
            }
        }

        MetricValues training = _trainingMetrics.Values();
        double examplesPerSecond = run.ExamplesPerSecond;
        CheckParameters();
        MetricValues? validated = null;
        if (call.Validation is { } validation)
        {
            run.Report(TrainingPhase.Validation, training);
            validated = Validated(validation, call, cancellationToken);
            if (validated is null)
            {
                return false;
            }
        }

        var record = new EpochRecord(
            _epochs.Count + 1, training, validated, checked((int)_trainingMetrics.Examples), run.EpochDuration)
        {
            ExamplesPerSecond = examplesPerSecond,
            LearningRate = _epochRate,
        };
        _epochs.Add(record);
        run.FinishEpoch(record);
        (call.EpochsDone, call.BatchesDone) = (call.EpochsDone + 1, 0);
        foreach (TrainingCallback callback in Callbacks)
        {
            callback.OnEpochEnd(this, record);
        }

        return true;
    }

    private void Step(FitCall call, TrainingRun run, BatchFeed feed)
    {
        for (int i = 0; i < Callbacks.Count; i++)
        {
            Callbacks[i].OnStepBegin(this);
        }

        long start = Telemetry.StartStep();
        int size = feed.Size;
        ExampleSpec spec = feed.Spec;
        Replay program = ProgramFor(call, feed).Get(spec, feed.Transform, size);
        feed.Load(program);
        try
        {
            program.Run();
        }
        catch (Exception exception) when (IsAboutNumbers(exception))
        {
            Batch batch = feed.Read();
            batch = feed.Transform?.Invoke(batch, CallContext.Training(BatchCounter.Value, Model.Seed)) ?? batch;
            throw StepFailure.Explain(this, batch, exception, StepFailure.ExampleOf(exception, feed));
        }

        double loss = FinishStep(program, size);
        Telemetry.FinishStep(start, size, loss);
        feed.Advance();
        call.BatchesDone++;
        run.FinishStep(size, _trainingMetrics);
        for (int i = 0; i < Callbacks.Count; i++)
        {
            Callbacks[i].OnStepEnd(this, loss);
        }
    }

    // The last batch of an epoch updates, whatever was gathered, so that nothing is lost between epochs.
    private BatchPrograms ProgramFor(FitCall call, BatchFeed feed) =>
        AccumulationSteps == 1 || (call.BatchesDone + 1) % AccumulationSteps == 0 || feed.IsLast
            ? _training
            : _accumulating;

    private MetricValues? Validated(Dataset validation, FitCall call, CancellationToken cancellationToken)
    {
        foreach (TrainingCallback callback in Callbacks)
        {
            callback.OnValidationBegin(this);
        }

        try
        {
            return Evaluate(validation, Math.Max(call.BatchSize, DefaultEvaluationBatch), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            foreach (TrainingCallback callback in Callbacks)
            {
                callback.OnValidationEnd(this);
            }
        }
    }

    // The loss is checked before each update; an update that goes too far shows in the next loss, and the last one
    // here.
    private void CheckParameters()
    {
        (string Path, Variable Variable)[] floating =
            [.. Model.VariablePaths().Where(entry => entry.Variable.DType.IsFloating)];
        Tensor[] answers = [.. floating.Select(entry => entry.Variable.Value.IsFinite().All())];
        Tensor.Evaluate(answers);
        int bad = Array.FindIndex(answers, answer => !answer.Item<bool>());
        if (bad >= 0)
        {
            throw StepFailure.OfParameter(this, floating[bad].Path);
        }
    }
}
