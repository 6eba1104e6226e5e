using System.Globalization;

namespace Nabla.Studio;

/// <summary>Writes down what happens while a model is trained, for a report.</summary>
/// <remarks>
/// After each epoch the weights are looked at, and, on one batch of the examples, the gradients. The model is left as
/// it was: runs with and without a recorder end in the same bits.
/// </remarks>
/// <example><code>
/// var recorder = new RunRecorder();
/// trainer.Callbacks.Add(recorder);
/// trainer.Fit(mnist.Train, epochs: 5, validation: mnist.Test);
/// HtmlReport.Write("report.html", recorder.ToRecord());
/// </code></example>
public sealed class RunRecorder : TrainingCallback
{
    private readonly Dataset? _examples;
    private readonly string? _path;
    private DateTimeOffset _startedAt = DateTimeOffset.Now;
    private readonly List<RunEpoch> _epochs = [];
    private readonly HistogramLog _weights = new();
    private readonly HistogramLog _gradients = new();
    private Trainer? _trainer;
    private FitCall? _call;

    /// <summary>Creates a recorder; add it to the trainer's callbacks.</summary>
    /// <param name="examples">
    /// What the model is looked at with. Without it, gradients are those of the first batch of the training set, and
    /// mistakes those of the validation set.
    /// </param>
    /// <param name="path">
    /// A JSON file that is written anew after every epoch, for <see cref="RunRecord.Load"/>; null for none.
    /// </param>
    public RunRecorder(Dataset? examples = null, string? path = null)
    {
        _examples = examples;
        _path = path;
    }

    /// <summary>What the run is called.</summary>
    public string Title { get; init; } = "Training run";

    /// <summary>The names of the classes, in the order of their numbers; null for the numbers.</summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>What the examples are that the model is judged by in the end.</summary>
    public string ExamplesName { get; init; } = "validation";

    /// <summary>From a target as the model sees it to the unit that people read; null where that is the same.</summary>
    public Func<double, double>? ToUnits { get; init; }

    /// <summary>What else the run depended on, for the report.</summary>
    public IDictionary<string, string> Configuration { get; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The examples that gradients and times are taken on; 64 by default.</summary>
    public int ProbeBatchSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 64;

    /// <summary>The most examples that are classified for the report; 10,000 by default.</summary>
    public int ClassificationLimit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10_000;

    /// <inheritdoc/>
    /// <remarks>Of a run that goes on after an interruption, what was written before it is taken up.</remarks>
    public override void OnTrainBegin(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        int last = trainer.History.Epochs.Count;
        if (_path is null || last == 0 || _epochs.Count > 0 || !File.Exists(_path))
        {
            return;
        }

        try
        {
            RunRecord before = RunRecord.Load(_path);
            _startedAt = before.StartedAt;
            _epochs.AddRange(before.Epochs.Where(epoch => epoch.Epoch <= last));
            _weights.Restore(before.Weights, last);
            _gradients.Restore(before.Gradients, last);
        }
        catch (InvalidFileException exception)
        {
            trainer.Warn($"The record of the epochs before is lost: {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Trainer trainer, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(record);
        _trainer = trainer;
        _call = trainer.Current ?? _call;
        _epochs.RemoveAll(epoch => epoch.Epoch >= record.Epoch);
        _epochs.Add(new RunEpoch(
            record.Epoch,
            [.. record.Training.Select(value => new RunValue(value.Name, value.Value))],
            [.. record.Validation?.Select(value => new RunValue(value.Name, value.Value)) ?? []],
            record.LearningRate,
            record.Duration.TotalSeconds,
            record.ExamplesPerSecond));
        _weights.Add(record.Epoch, [.. trainer.Model.Parameters.Select(
            parameter => (parameter.Name, Histogram.Of(parameter.Value)))]);
        if ((_examples ?? _call?.Data) is { Count: > 0 } examples)
        {
            _gradients.Add(record.Epoch, ModelProbe.Gradients(trainer, examples, ProbeBatchSize));
        }

        if (_path is not null)
        {
            Describe(trainer).Save(_path);
        }
    }

    /// <summary>
    /// All that is known of the run. The layers are timed and the examples classified now, with the model as it is.
    /// </summary>
    /// <exception cref="InvalidOperationException">No epoch has ended yet.</exception>
    public RunRecord ToRecord()
    {
        Trainer trainer = _trainer ?? throw new InvalidOperationException(
            "No epoch has ended yet, so that there is nothing to report; "
            + "add the recorder to trainer.Callbacks and call Fit.");
        Dataset? judged = _examples ?? _call?.Validation;
        ClassificationRecord? classification =
            judged is null ? null : Classification.Of(trainer, judged, Classes, ClassificationLimit);
        RunRecord record = Describe(trainer) with
        {
            LayerTimes = LayerTiming.Of(trainer.Model, ProbeBatchSize),
            LayerTimesBatch = ProbeBatchSize,
            Results = judged is null
                ? []
                : [.. trainer.Evaluate(judged).Select(value => new RunValue(value.Name, value.Value))],
            ResultsOf = ExamplesName,
            ResultsExamples = judged?.Count ?? 0,
            Classification = classification,
            Regression = judged is null || classification is not null
                ? null
                : Regression.Of(trainer, judged, ToUnits),
            Attention = judged is null ? null : Attention.Of(trainer.Model, judged, Classes),
        };
        if (_path is not null)
        {
            record.Save(_path);
        }

        return record;
    }

    private RunRecord Describe(Trainer trainer) => new()
    {
        Title = Title,
        StartedAt = _startedAt,
        Command = Environment.CommandLine,
        Configuration =
        [
            new("loss", string.Join(", ", trainer.Losses)),
            new("optimizer", trainer.Optimizer.GetType().Name),
            new("learning rate", trainer.Optimizer.LearningRate.ToString("G6", CultureInfo.InvariantCulture)),
            new("batch size", _call is { BatchSize: > 0 } call ? NumberText.Integer(call.BatchSize) : "varies"),
            new("seed", NumberText.Integer(trainer.Model.Seed)),
            .. Configuration.Select(entry => new RunSetting(entry.Key, entry.Value)),
        ],
        Environment = RunEnvironment.Current(),
        Model = ModelGraph.Of(trainer.Model),
        ParameterCount = trainer.Model.ParameterCount,
        TrainableCount = trainer.Model.TrainableParameters.Sum(parameter => parameter.Shape.ElementCount),
        Epochs = [.. _epochs],
        Weights = _weights.Series(),
        Gradients = _gradients.Series(),
    };
}
