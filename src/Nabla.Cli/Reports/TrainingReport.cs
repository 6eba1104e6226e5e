using System.Text.Encodings.Web;
using System.Text.Json;
using Nabla.Cli.Training;
using Nabla.Data.Formats;

namespace Nabla.Cli.Reports;

/// <summary>What a training run came to, for machines; the names in the file are those here in snake_case.</summary>
internal sealed record TrainingReport
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The share of the test set that was classified rightly, from 0 to 1.</summary>
    public required double TestAccuracy { get; init; }

    public required double TestLoss { get; init; }

    public required double TrainAccuracy { get; init; }

    public required double TrainLoss { get; init; }

    /// <summary>Weights and biases.</summary>
    public required long Parameters { get; init; }

    /// <summary>All of it: loading, compiling, training, saving, testing.</summary>
    public required double Seconds { get; init; }

    public required double LoadSeconds { get; init; }

    /// <summary>Building the network, tracing and compiling its training step.</summary>
    public required double CompileSeconds { get; init; }

    /// <summary>The steps alone.</summary>
    public required double TrainSeconds { get; init; }

    public required double ImagesPerSecond { get; init; }

    /// <summary>Passes over the training set that were finished.</summary>
    public required int Epochs { get; init; }

    public required long Steps { get; init; }

    /// <summary>Of all weights in order: equal runs have equal ones.</summary>
    public required string WeightsSha256 { get; init; }

    public required string Network { get; init; }

    public required string Activation { get; init; }

    public required double Dropout { get; init; }

    public required string Optimizer { get; init; }

    public required double Rate { get; init; }

    public required double Momentum { get; init; }

    public required double WeightDecay { get; init; }

    public required string Schedule { get; init; }

    public required int Batch { get; init; }

    public required int Seed { get; init; }

    public required int Threads { get; init; }

    public required int TrainImages { get; init; }

    public required int TestImages { get; init; }

    /// <summary>The report of a finished run.</summary>
    public static TrainingReport Of(
        MnistSettings settings, Trainer trainer, TestResult test, Stages stages,
        int trainImages, int testImages) => new()
        {
            TestAccuracy = test.Accuracy,
            TestLoss = test.Loss,
            TrainAccuracy = trainer.History.Last!.Training["accuracy"],
            TrainLoss = trainer.History.Last!.Training.Loss,
            Parameters = trainer.Model.ParameterCount,
            LoadSeconds = stages.Loading.TotalSeconds,
            CompileSeconds = stages.Compiling.TotalSeconds,
            TrainSeconds = stages.Training.TotalSeconds,
            Seconds = stages.Total.TotalSeconds,
            ImagesPerSecond = (double)trainImages * settings.Run.Epochs / stages.Training.TotalSeconds,
            Epochs = settings.Run.Epochs,
            Steps = trainer.Optimizer.Steps.Value.Item<long>(),
            WeightsSha256 = trainer.Model.WeightsSha256(),
            Network = settings.NetworkName,
            Activation = settings.Network.Activation.Name,
            Dropout = settings.Network.Dropout,
            Optimizer = settings.Optimizer.Kind.Name,
            Rate = settings.Optimizer.Rate,
            Momentum = settings.Optimizer.Momentum,
            WeightDecay = settings.Optimizer.WeightDecay,
            Schedule = settings.Optimizer.ScheduleName,
            Batch = settings.Run.Batch,
            Seed = settings.Run.Seed,
            Threads = settings.Threads,
            TrainImages = trainImages,
            TestImages = testImages,
        };

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="FileWriteException">It could not be written.</exception>
    public void Save(string path) => AtomicFile.WriteAllText(path, JsonSerializer.Serialize(this, s_options) + "\n");
}
