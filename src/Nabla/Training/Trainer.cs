namespace Nabla;

/// <summary>Changes a model so that its loss on examples becomes small.</summary>
/// <remarks>
/// <para>
/// One step is one compiled program: forward, loss, gradients, update, metrics and counters. It is traced for the first
/// batch of a shape and replayed for all others, and writes nothing before everything that can fail has succeeded. For
/// one thread at a time.
/// </para>
/// <para>
/// A trainer of your own overrides <see cref="TrainStep"/>, in tensor language, for steps that are more than a loss and
/// its gradient.
/// </para>
/// </remarks>
/// <example><code>
/// var trainer = new Trainer(model, new CrossEntropy(), new Adam(1e-3)) { Metrics = { new Accuracy() } };
/// trainer.Fit(mnist.Train, epochs: 5, validation: mnist.Test);
/// </code></example>
public partial class Trainer
{
    private const int DefaultEvaluationBatch = 256;

    private readonly List<EpochRecord> _epochs = [];
    private readonly BatchPrograms _training;
    private readonly BatchPrograms _accumulating;
    private readonly BatchPrograms _evaluation;
    private readonly MetricStates _trainingMetrics;
    private readonly MetricStates _evaluationMetrics;
    private (Replay? Program, Tensor? Inputs, Tensor? Targets) _bound;

    /// <summary>Creates a trainer; nothing is compiled yet.</summary>
    /// <param name="model">What is trained.</param>
    /// <param name="loss">What is to become small.</param>
    /// <param name="optimizer">How parameters change by their gradients.</param>
    public Trainer(Model model, Loss loss, Optimizer optimizer)
        : this(model, [loss], optimizer)
    {
    }

    /// <summary>Creates a trainer of a model of several results; nothing is compiled yet.</summary>
    /// <param name="model">What is trained.</param>
    /// <param name="losses">A loss for each result of the model; their weighted sum is to become small.</param>
    /// <param name="optimizer">How parameters change by their gradients.</param>
    /// <param name="lossWeights">How much each loss counts; all 1 by default.</param>
    /// <exception cref="ArgumentException">
    /// There is not one loss for each result, or one weight for each loss.
    /// </exception>
    public Trainer(
        Model model, IReadOnlyList<Loss> losses, Optimizer optimizer, IReadOnlyList<double>? lossWeights = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(losses);
        ArgumentNullException.ThrowIfNull(optimizer);
        foreach (Loss loss in losses)
        {
            ArgumentNullException.ThrowIfNull(loss);
        }

        CheckLosses(model, losses, lossWeights);
        Model = model;
        Losses = [.. losses];
        LossWeights = lossWeights is null ? [.. losses.Select(_ => 1.0)] : [.. lossWeights];
        Optimizer = optimizer;
        _trainingMetrics = new MetricStates("training", Metrics);
        _evaluationMetrics = new MetricStates("evaluation", Metrics, new SetLoss("evaluation"));
        _training = new BatchPrograms(model, (batch, transform) => TraceTraining(batch, transform, updates: true));
        _accumulating = new BatchPrograms(model, (batch, transform) => TraceTraining(batch, transform, updates: false));
        _evaluation = new BatchPrograms(model, TraceEvaluation);
    }

    /// <summary>What is trained.</summary>
    public Model Model { get; }

    /// <summary>What is to become small: one for each result of the model.</summary>
    public IReadOnlyList<Loss> Losses { get; }

    /// <summary>How much each loss counts.</summary>
    public IReadOnlyList<double> LossWeights { get; }

    /// <summary>What is to become small, of most models.</summary>
    public Loss Loss => Losses[0];

    /// <summary>How parameters change by their gradients.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>
    /// What is counted beside the loss, about the first result of the model; settled when the first step is compiled.
    /// </summary>
    public MetricCollection Metrics { get; } = [];

    /// <summary>What is called while a model is fitted.</summary>
    public IList<TrainingCallback> Callbacks { get; } = [];

    /// <summary>What came of every epoch so far.</summary>
    public TrainingHistory History => new([.. _epochs], WasCancelled: false);

    /// <summary>
    /// How many batches make one update, with the mean of their gradients: steps of large batches in the memory of
    /// small ones. 1 by default. An epoch's last update may have fewer.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int AccumulationSteps
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            if (value != field && _trainingMetrics.IsSettled)
            {
                throw new InvalidOperationException(
                    "The batches of an update are settled once the first step is compiled; "
                    + "set AccumulationSteps when the trainer is made.");
            }

            field = value;
        }
    } = 1;

    /// <summary>Averages of the weights that are kept along the way; none by default.</summary>
    /// <remarks>See <see cref="SwapAverage"/>, which judges by them.</remarks>
    public WeightAverage? Average { get; init; }

    /// <summary>
    /// Told of what went wrong without ending training, such as a checkpoint that the disk had no room for.
    /// </summary>
    public event EventHandler<TrainingWarningEventArgs>? Warned;

    /// <summary>The call of Fit under way; null outside of one.</summary>
    public FitCall? Current { get; private set; }

    /// <summary>Updates the model once.</summary>
    /// <param name="inputs">[batch, …].</param>
    /// <param name="targets">[batch, …].</param>
    /// <returns>The loss before the update.</returns>
    /// <exception cref="InvalidOperationException">The averages are in the parameters.</exception>
    /// <exception cref="ShapeMismatchException">The batch fits neither the model nor the loss.</exception>
    /// <exception cref="TrainingException">
    /// The loss is NaN or infinite, or a target is out of range; the model is as it was before.
    /// </exception>
    public double Step(Tensor inputs, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        RefuseAverages();

        if (AccumulationSteps > 1)
        {
            return Step(new Batch(inputs, targets));
        }

        // Steps on the same tensors again, as benchmarks and full-batch training do, bind once and allocate nothing.
        if (_bound.Inputs != inputs || _bound.Targets != targets || !_training.IsCurrent)
        {
            Bind(_training, new Batch(inputs, targets));
        }

        Replay program = _bound.Program!;
        try
        {
            program.Run();
        }
        catch (Exception exception) when (IsAboutNumbers(exception))
        {
            throw StepFailure.Explain(this, new Batch(inputs, targets), exception);
        }

        return FinishStep(program, inputs.Shape[0]);
    }

    /// <summary>Updates the model once, or with every <see cref="AccumulationSteps"/>-th batch.</summary>
    /// <param name="batch">The examples.</param>
    /// <returns>The loss before the update.</returns>
    /// <exception cref="InvalidOperationException">The averages are in the parameters.</exception>
    /// <exception cref="ShapeMismatchException">The batch fits neither the model nor the loss.</exception>
    /// <exception cref="TrainingException">
    /// The loss is NaN or infinite, or a target is out of range; the model is as it was before.
    /// </exception>
    public double Step(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (AccumulationSteps == 1 && batch is { Inputs.Count: 1, Targets.Count: 1, Weights: null })
        {
            return Step(batch.Input, batch.Target);
        }

        RefuseAverages();
        bool updates = AccumulationSteps == 1 || _gathered.Value.Item<long>() + 1 >= AccumulationSteps;
        Replay program = Bind(updates ? _training : _accumulating, batch);
        _bound = default;
        try
        {
            program.Run();
        }
        catch (Exception exception) when (IsAboutNumbers(exception))
        {
            throw StepFailure.Explain(this, batch, exception);
        }

        return FinishStep(program, batch.Count);
    }

    /// <summary>The model's layers and sizes, with the memory of one training step.</summary>
    /// <param name="data">Gives the shape of a batch.</param>
    /// <param name="batchSize">The examples of a step.</param>
    public ModelSummary Summary(Dataset data, int batchSize = 32)
    {
        CheckSet(data, batchSize, nameof(data));
        Replay program = _training.Get(data.Spec, data.Transform, Math.Min(batchSize, data.Count));
        return Model.Summary() with { TrainingPeakBytes = program.PeakBytes, BatchSize = batchSize };
    }

    /// <summary>
    /// Tells who listens to <see cref="Warned"/> that something went wrong, and that training goes on.
    /// </summary>
    /// <param name="message">What happened, and how to mend it.</param>
    public void Warn(string message) => Warned?.Invoke(this, new TrainingWarningEventArgs(message));

    private Replay Bind(BatchPrograms programs, Batch batch)
    {
        PrepareAverage();
        Replay program = programs.Get(batch);
        int input = 0;
        foreach (Tensor column in batch.Columns)
        {
            program.Bind(input++, column);
        }

        _bound = (program, batch.Input, batch.Target);
        return program;
    }

    private double FinishStep(Replay program, long examples)
    {
        _trainingMetrics.Counted(program, examples);
        return program.Output<double>(0)[0];
    }

    private static bool IsAboutNumbers(Exception exception) =>
        exception is NonFiniteException or LabelOutOfRangeException or IndexOutOfBoundsException;

    private static void CheckLosses(Model model, IReadOnlyList<Loss> losses, IReadOnlyList<double>? weights)
    {
        if (losses.Count != model.OutputCount)
        {
            throw new ArgumentException(
                $"The model gives {model.OutputCount} results but there are {losses.Count} losses; "
                + "give one for each result, in their order.", nameof(losses));
        }

        if (weights is not null && weights.Count != losses.Count)
        {
            throw new ArgumentException(
                $"There are {losses.Count} losses but {weights.Count} weights; give one for each loss.",
                nameof(weights));
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
