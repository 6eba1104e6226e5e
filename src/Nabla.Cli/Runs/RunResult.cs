using System.Text.Encodings.Web;
using System.Text.Json;
using Nabla.Cli.Views;
using Nabla.Data.Formats;

namespace Nabla.Cli.Runs;

/// <summary>What a complete run came to, for machines.</summary>
internal sealed record RunResult
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Of all weights in order: equal runs have equal ones.</summary>
    public required string WeightsSha256 { get; init; }

    public required int Epochs { get; init; }

    /// <summary>The epoch whose weights were kept.</summary>
    public required int BestEpoch { get; init; }

    public required long Steps { get; init; }

    public required long Parameters { get; init; }

    /// <summary>The widths of the layers.</summary>
    public required string Network { get; init; }

    public required int Seed { get; init; }

    public required int Batch { get; init; }

    public required int Threads { get; init; }

    /// <summary>All of it, in the process that ended the run: loading, compiling, training, testing.</summary>
    public required double Seconds { get; init; }

    public required double LoadSeconds { get; init; }

    /// <summary>Building the network, tracing and compiling its training step.</summary>
    public required double CompileSeconds { get; init; }

    /// <summary>The steps, with what is looked at and kept between them.</summary>
    public required double TrainSeconds { get; init; }

    /// <summary>Of training alone, in the last epoch.</summary>
    public required double ExamplesPerSecond { get; init; }

    /// <summary>The loss over the examples to learn from, in the last epoch.</summary>
    public required double TrainLoss { get; init; }

    /// <summary>The share of the test examples that was classified rightly, from 0 to 1; null for numbers.</summary>
    public double? TestAccuracy { get; init; }

    public required int TrainExamples { get; init; }

    public required int ValidationExamples { get; init; }

    public required int TestExamples { get; init; }

    /// <summary>The numbers of each model on the test examples, by name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double?>> Test { get; init; }

    /// <summary>Scores by name, as the file has them; what is not finite is null.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, double?>> ByName(
        IEnumerable<(string Model, Scores Scores)> rows) => rows.ToDictionary(
            row => row.Model,
            row => (IReadOnlyDictionary<string, double?>)row.Scores.Values.ToDictionary(
                value => value.Name, value => double.IsFinite(value.Value) ? value.Value : (double?)null));

    public void Save(string path) => AtomicFile.WriteAllText(path, JsonSerializer.Serialize(this, s_options) + "\n");
}
