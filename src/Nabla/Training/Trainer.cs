using Nabla.Data;

namespace Nabla;

/// <summary>Changes a model so that its loss on examples becomes small.</summary>
/// <remarks>
/// One step is one compiled program: forward, loss, gradients, update, metrics and counters. It is traced for the first
/// batch of a shape and replayed for all others, and writes nothing before everything that can fail has succeeded. For
/// one thread at a time.
/// </remarks>
/// <example><code>
/// var trainer = new Trainer(model, new CrossEntropy(), new Adam(1e-3)) { Metrics = { new Accuracy() } };
/// trainer.Fit(mnist.Train, epochs: 5, validation: mnist.Test);
/// </code></example>
public sealed partial class Trainer
{
    private const int DefaultEvaluationBatch = 256;

    private readonly List<EpochRecord> _epochs = [];
    private readonly BatchPrograms _training;
    private readonly BatchPrograms _evaluation;
    private readonly MetricStates _trainingMetrics;
    private readonly MetricStates _evaluationMetrics;
    private (Replay? Program, Tensor? Inputs, Tensor? Targets) _bound;

    /// <summary>Creates a trainer; nothing is compiled yet.</summary>
    /// <param name="model">What is trained.</param>
    /// <param name="loss">What is to become small.</param>
    /// <param name="optimizer">How parameters change by their gradients.</param>
    public Trainer(Model model, Loss loss, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(optimizer);
        Model = model;
        Loss = loss;
        Optimizer = optimizer;
        _trainingMetrics = new MetricStates("training", Metrics);
        _evaluationMetrics = new MetricStates("evaluation", Metrics);
        _training = new BatchPrograms(model, TraceStep);
        _evaluation = new BatchPrograms(model, TraceEvaluation);
    }

    /// <summary>What is trained.</summary>
    public Model Model { get; }

    /// <summary>What is to become small.</summary>
    public Loss Loss { get; }

    /// <summary>How parameters change by their gradients.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>What is counted beside the loss; settled when the first step is compiled.</summary>
    public MetricCollection Metrics { get; } = [];

    /// <summary>What is called during <see cref="Fit"/>.</summary>
    public IList<TrainingCallback> Callbacks { get; } = [];

    /// <summary>What came of every epoch so far.</summary>
    public TrainingHistory History => new([.. _epochs], WasCancelled: false);

    /// <summary>Updates the model once.</summary>
    /// <param name="inputs">[batch, …].</param>
    /// <param name="targets">[batch, …].</param>
    /// <returns>The loss before the update.</returns>
    /// <exception cref="ShapeMismatchException">The batch fits neither the model nor the loss.</exception>
    /// <exception cref="TrainingException">
    /// The loss is NaN or infinite, or a target is out of range; the model is as it was before.
    /// </exception>
    public double Step(Tensor inputs, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        CheckBatch(inputs.Shape, targets.Shape);
        Replay program = _training.Get(inputs.Spec, targets.Spec);
        Bind(program, inputs, targets);
        try
        {
            program.Run();
        }
        catch (Exception exception) when (IsAboutNumbers(exception))
        {
            throw StepFailure.Explain(this, inputs, targets, exception);
        }

        _trainingMetrics.Counted(inputs.Shape[0]);
        return program.Output<double>(0)[0];
    }

    /// <summary>The loss and the metrics of a set, without changing the model.</summary>
    /// <param name="data">The examples.</param>
    /// <param name="batchSize">How many are computed at once: it changes speed and memory.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public MetricValues Evaluate(
        Dataset data, int batchSize = DefaultEvaluationBatch, CancellationToken cancellationToken = default)
    {
        CheckSet(data, batchSize, nameof(data));
        _evaluationMetrics.Reset();
        var order = new EpochOrder(data.Count);
        for (int start = 0; start < data.Count; start += batchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<int> examples = order.Examples[start..Math.Min(start + batchSize, data.Count)];
            Replay program = _evaluation.Get(data, examples.Length);
            data.Load(examples, program);
            try
            {
                program.Run();
            }
            catch (LabelOutOfRangeException exception)
            {
                throw new TrainingException(
                    $"Evaluation stopped: {exception.Message}{StepFailure.ExampleOf(exception, data, examples)}",
                    exception);
            }

            _evaluationMetrics.Counted(examples.Length);
        }

        return _evaluationMetrics.Values();
    }

    /// <summary>What the model gives for every example of a set, in order.</summary>
    /// <param name="data">The examples; their targets are not looked at.</param>
    /// <param name="batchSize">How many are computed at once.</param>
    /// <returns>[examples, …].</returns>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    public Tensor Predict(Dataset data, int batchSize = DefaultEvaluationBatch)
    {
        CheckSet(data, batchSize, nameof(data));
        var order = new EpochOrder(data.Count);
        var parts = new List<Tensor>();
        for (int start = 0; start < data.Count; start += batchSize)
        {
            (Tensor inputs, _) = data.Batch(order.Examples[start..Math.Min(start + batchSize, data.Count)]);
            parts.Add(Model.Predict(data.Transform is null ? inputs : data.Transform(inputs), batchSize));
        }

        return Tensor.Concat(parts).Evaluate();
    }

    /// <summary>The model's layers and sizes, with the memory of one training step.</summary>
    /// <param name="data">Gives the shape of a batch.</param>
    /// <param name="batchSize">The examples of a step.</param>
    public ModelSummary Summary(Dataset data, int batchSize = 32)
    {
        CheckSet(data, batchSize, nameof(data));
        Replay program = _training.Get(data, Math.Min(batchSize, data.Count));
        return Model.Summary() with { TrainingPeakBytes = program.PeakBytes, BatchSize = batchSize };
    }

    // Steps on the same tensors again, as benchmarks and full-batch training do, bind once.
    private void Bind(Replay program, Tensor inputs, Tensor targets)
    {
        if (_bound.Program != program || _bound.Inputs != inputs || _bound.Targets != targets)
        {
            program.Bind(0, inputs);
            program.Bind(1, targets);
            _bound = (program, inputs, targets);
        }
    }

    private static bool IsAboutNumbers(Exception exception) =>
        exception is NonFiniteException or LabelOutOfRangeException or IndexOutOfBoundsException;

    private static void CheckBatch(Shape inputs, Shape targets)
    {
        if (inputs.Rank == 0 || targets.Rank == 0 || inputs[0] != targets[0] || inputs[0] == 0)
        {
            throw new ShapeMismatchException(
                $"A batch has one target for each input, and one input at least, but got inputs {inputs} "
                + $"and targets {targets}; their first axes are the batch.", inputs, targets);
        }
    }

    private static void CheckSet(Dataset data, int batchSize, string name)
    {
        ArgumentNullException.ThrowIfNull(data, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (data.Count == 0)
        {
            throw new ArgumentException("The data set is empty; check how it was cut or loaded.", name);
        }
    }
}
