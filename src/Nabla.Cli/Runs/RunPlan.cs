using Nabla.Cli.Options;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Runs;

/// <summary>Chooses what nobody asked for, by the number of examples and what they are.</summary>
internal static class RunPlan
{
    // Small tables want many passes, large ones many examples: about so many steps serve both.
    private const int Steps = 2000;
    private const int FewestEpochs = 20;
    private const int MostEpochs = 200;
    private const int SmallestBatch = 16;
    private const int LargestBatch = 256;

    /// <summary>Completes what was asked for.</summary>
    public static RunConfiguration Complete(RunRequest request, PreparedData data)
    {
        int examples = data.Train.Count;
        int batch = request.Batch ?? BatchFor(examples);
        int epochs = request.Epochs ?? EpochsFor(examples, batch);
        OptimizerSettings optimizer = request.Optimizer;
        return new RunConfiguration
        {
            Data = request.Data,
            Validation = request.Validation,
            Test = request.Test,
            Seed = request.Seed,
            Epochs = epochs,
            Batch = batch,
            Patience = request.Patience ?? Math.Max(FewestEpochs, epochs / 4),
            CheckpointSteps = request.CheckpointSteps,
            CheckpointSeconds = request.CheckpointSeconds,
            Model = RunConfiguration.Element(Network(request, data)),
            Loss = RunConfiguration.Element(data.Goal.CreateLoss()),
            Optimizer = RunConfiguration.Element(optimizer.CreateOptimizer()),
            Schedule = optimizer.CreateSchedule() is { } schedule ? RunConfiguration.Element(schedule) : null,
        };
    }

    /// <summary>Brings pixels between −1 and 1.</summary>
    public static Rescaling Pixels() => new(1 / 127.5, offset: -1);

    /// <summary>The widths of the layers, as introductions write them.</summary>
    public static string Describe(Model model, PreparedData data) => string.Join(
        '-', [data.Input.Shape.ElementCount, .. model.WithinAll().OfType<Dense>().Select(layer => (long)layer.Units)]);

    private static Sequential Network(RunRequest request, PreparedData data)
    {
        int[] hidden = request.Hidden ?? HiddenFor(data.Train.Count, data.Input.Shape.ElementCount);
        float dropout = (float)(request.Dropout ?? DropoutFor(data.Train.Count));
        var settings = new NetworkSettings(hidden, request.Activation, dropout);
        return settings.CreateModel(data.Goal.Outputs, request.Seed, FirstLayers(request, data));
    }

    private static IEnumerable<Layer> FirstLayers(RunRequest request, PreparedData data)
    {
        if (data.Input.DType == DType.UInt8)
        {
            yield return Pixels();
            if (request.Augments)
            {
                yield return new RandomFlip(FlipMode.Horizontal);
                yield return new RandomAffine(rotation: 0.03f, translation: 0.08f, zoom: 0.1f);
            }
        }
    }

    private static int[] HiddenFor(int examples, long inputs) =>
        examples < 2_000 && inputs < 500 ? [64] : examples < 20_000 ? [128, 64] : [256, 128];

    private static double DropoutFor(int examples) => examples < 20_000 ? 0.3 : 0.1;

    private static int BatchFor(int examples)
    {
        int batch = SmallestBatch;
        while (batch < LargestBatch && batch * 64 < examples)
        {
            batch *= 2;
        }

        return batch;
    }

    private static int EpochsFor(int examples, int batch) =>
        Math.Clamp((int)((long)Steps * batch / Math.Max(examples, 1)), FewestEpochs, MostEpochs);
}
