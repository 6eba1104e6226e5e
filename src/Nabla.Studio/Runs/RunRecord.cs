using System.Text.Json;
using System.Text.Json.Serialization;
using Nabla.Data.Formats;

namespace Nabla.Studio;

/// <summary>All that is known of a run of training, as data: from it a report is made, now or later.</summary>
/// <example><code>
/// RunRecord run = RunRecord.Load("runs/7/run.json");
/// HtmlReport.Write("runs/7/report.html", run);
/// </code></example>
public sealed record RunRecord
{
    private const string Remedy = "Use a file that RunRecord.Save or RunRecorder wrote.";

    /// <summary>What the run is called.</summary>
    public string Title { get; init; } = "Training run";

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The command line of the process.</summary>
    public string Command { get; init; } = "";

    /// <summary>Loss, optimizer, batch size, and what the caller added.</summary>
    public IReadOnlyList<RunSetting> Configuration { get; init; } = [];

    /// <summary>The machine and the versions of software.</summary>
    public IReadOnlyList<RunSetting> Environment { get; init; } = [];

    /// <summary>What the model is made of.</summary>
    public ModelGraph Model { get; init; } = ModelGraph.Empty;

    /// <summary>The parameters, counted in elements.</summary>
    public long ParameterCount { get; init; }

    /// <summary>The parameters that training changes.</summary>
    public long TrainableCount { get; init; }

    /// <summary>What came of the epochs.</summary>
    public IReadOnlyList<RunEpoch> Epochs { get; init; } = [];

    /// <summary>The distribution of each parameter.</summary>
    public IReadOnlyList<HistogramSeries> Weights { get; init; } = [];

    /// <summary>The distribution of each parameter's gradient, on one batch at the end of an epoch.</summary>
    public IReadOnlyList<HistogramSeries> Gradients { get; init; } = [];

    /// <summary>The time of each layer for one batch, forward.</summary>
    public IReadOnlyList<LayerTime> LayerTimes { get; init; } = [];

    /// <summary>The examples of that batch.</summary>
    public int LayerTimesBatch { get; init; }

    /// <summary>Loss and metrics of the model as it was in the end, on examples that judge it.</summary>
    public IReadOnlyList<RunValue> Results { get; init; } = [];

    /// <summary>What those examples are: <c>test</c>, <c>validation</c>.</summary>
    public string ResultsOf { get; init; } = "";

    /// <summary>How many they are.</summary>
    public long ResultsExamples { get; init; }

    /// <summary>What the model made of the examples, if it predicts one number each.</summary>
    public RegressionRecord? Regression { get; init; }

    /// <summary>What the model made of the examples, if it is a classifier.</summary>
    public ClassificationRecord? Classification { get; init; }

    /// <summary>Where the model looked in some examples, if it is a convolutional network.</summary>
    public AttentionRecord? Attention { get; init; }

    /// <summary>The time of all epochs.</summary>
    [JsonIgnore]
    public double Seconds => Epochs.Sum(epoch => epoch.Seconds);

    /// <summary>Writes the record as JSON, whole or not at all.</summary>
    /// <param name="path">The file to create or to replace. Its folder must exist.</param>
    /// <exception cref="FileWriteException">The file cannot be written; an old one is still there.</exception>
    public void Save(string path) => AtomicFile.Write(
        path, stream => JsonSerializer.Serialize(stream, this, RunRecordJson.Default.RunRecord));

    /// <summary>Reads a record.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidFileException">The file is no record, or damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static RunRecord Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using FileStream stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, RunRecordJson.Default.RunRecord)
                ?? throw new InvalidFileException(path, 0, "the file holds nothing", Remedy);
        }
        catch (JsonException exception)
        {
            throw new InvalidFileException(
                path, exception.BytePositionInLine ?? 0, $"this is no record of a run: {exception.Message}", Remedy);
        }
    }
}
