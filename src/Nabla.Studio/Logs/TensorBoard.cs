namespace Nabla.Studio;

/// <summary>Writes what happens during training for TensorBoard, after each epoch.</summary>
/// <remarks>
/// As Keras does, training and validation are two runs, <c>train</c> and <c>validation</c> in the folder, so that their
/// curves lie over each other; steps are epochs. Beside the loss and the metrics there are the learning rate, the
/// speed, histograms of weights and gradients, and the model's table. See them with <c>tensorboard --logdir</c>.
/// </remarks>
/// <example><code>
/// using var board = new TensorBoard("logs/digits");
/// trainer.Callbacks.Add(board);
/// </code></example>
public sealed class TensorBoard : TrainingCallback, IDisposable
{
    private const int GradientExamples = 64;

    private readonly Dataset? _examples;
    private SummaryWriter? _training;
    private SummaryWriter? _validation;

    /// <summary>Creates the callback; add it to the trainer's. Files are created when the first epoch ends.</summary>
    /// <param name="logDirectory">The folder of this run; it is created if need be.</param>
    /// <param name="examples">
    /// Where the batch comes from that gradients are looked at with; the training set by default.
    /// </param>
    public TensorBoard(string logDirectory, Dataset? examples = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(logDirectory);
        LogDirectory = logDirectory;
        _examples = examples;
    }

    /// <summary>The folder of this run.</summary>
    public string LogDirectory { get; }

    /// <summary>Whether histograms are written; they are the larger part of the files.</summary>
    public bool Histograms { get; init; } = true;

    /// <inheritdoc/>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public override void OnEpochEnd(Trainer trainer, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(record);
        SummaryWriter writer = _training ?? Open(trainer, record.Epoch);
        Write(writer, record.Training, record.Epoch);
        writer.AddScalar("learning_rate", record.LearningRate, record.Epoch);
        writer.AddScalar("examples_per_second", record.ExamplesPerSecond, record.Epoch);
        if (record.Validation is { } validation)
        {
            _validation ??= new SummaryWriter(Path.Combine(LogDirectory, "validation"));
            Write(_validation, validation, record.Epoch);
        }

        if (Histograms)
        {
            WriteHistograms(writer, trainer, record.Epoch);
        }
    }

    /// <summary>Closes the files; training again opens new ones.</summary>
    public void Dispose()
    {
        _training?.Dispose();
        _validation?.Dispose();
        (_training, _validation) = (null, null);
    }

    private SummaryWriter Open(Trainer trainer, int epoch)
    {
        _training = new SummaryWriter(Path.Combine(LogDirectory, "train"));
        _training.AddText("model", $"```\n{trainer.Model}\n```", epoch);
        return _training;
    }

    private static void Write(SummaryWriter writer, MetricValues values, int epoch)
    {
        foreach ((string name, double value) in values)
        {
            writer.AddScalar(name, value, epoch);
        }
    }

    private void WriteHistograms(SummaryWriter writer, Trainer trainer, int epoch)
    {
        foreach (Variable parameter in trainer.Model.Parameters)
        {
            writer.AddHistogram($"weights/{parameter.Name}", Histogram.Of(parameter.Value), epoch);
        }

        if ((_examples ?? trainer.Current?.Data) is { Count: > 0 } examples)
        {
            foreach ((string name, Histogram histogram) in ModelProbe.Gradients(trainer, examples, GradientExamples))
            {
                writer.AddHistogram($"gradients/{name}", histogram, epoch);
            }
        }
    }
}
