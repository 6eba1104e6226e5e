using Nabla.Cli.Networks;
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
        '-',
        [
            data.Input.Shape.ElementCount,
            .. model.WithinAll().Select(layer => layer switch
            {
                Dense dense => dense.Units,
                Conv2D convolution => convolution.Filters,
                _ => 0L,
            }).Where(width => width > 0),
        ]);

    private static Sequential Network(RunRequest request, PreparedData data)
    {
        if (request.Augments && data.Augmentation.Count == 0)
        {
            throw new UsageException("--augment is about images, and these examples are none; leave it out.");
        }

        Sequential model = new() { Seed = request.Seed };
        if (data.Input.DType == DType.UInt8)
        {
            model.Add(Pixels());
        }

        IEnumerable<Layer> augmentation = request.Augments ? data.Augmentation : [];
        foreach (Layer layer in augmentation.Concat(request.Network.Layers(new NetworkPlan(
            data.Input, data.Goal.Outputs, data.Train.Count, request.Hidden, request.Activation, request.Dropout))))
        {
            model.Add(layer);
        }

        return model;
    }

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
