using System.Text.Json;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Runs;

/// <summary>Makes the trainer that a configuration describes.</summary>
internal static class RunTrainer
{
    /// <summary>The network of a configuration, built for the data.</summary>
    public static Trainer Create(RunConfiguration configuration, PreparedData data) =>
        Create(configuration, data, ComponentJson.Read<Model>(configuration.Model.GetRawText()));

    /// <summary>A linear model that learns in the same way: what a network has to beat.</summary>
    public static Trainer CreateLinear(RunConfiguration configuration, PreparedData data)
    {
        Sequential model = new() { Seed = configuration.Seed };
        if (data.Input.DType == DType.UInt8)
        {
            model.Add(RunPlan.Pixels());
        }

        model.Add(new Flatten());
        model.Add(new Dense(data.Goal.Outputs));
        return Create(configuration, data, model);
    }

    private static Trainer Create(RunConfiguration configuration, PreparedData data, Model model)
    {
        model.Build([data.Input]);
        foreach ((string key, string note) in data.Notes)
        {
            model.Notes[key] = note;
        }

        Optimizer optimizer = Read<Optimizer>(configuration.Optimizer);
        Trainer trainer = new(model, Read<Loss>(configuration.Loss), optimizer)
        {
            Metrics = { data.Goal.CreateMetric() },
        };
        if (configuration.Schedule is { } schedule)
        {
            trainer.Callbacks.Add(new LearningRateScheduler(Read<LearningRateSchedule>(schedule)));
        }

        if (data.Validation is not null)
        {
            trainer.Callbacks.Add(new EarlyStopping(configuration.Patience));
        }

        return trainer;
    }

    private static T Read<T>(JsonElement element) where T : class => ComponentJson.Read<T>(element.GetRawText());
}
