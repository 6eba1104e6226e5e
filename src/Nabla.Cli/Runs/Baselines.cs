using Nabla.Cli.Sources;
using Nabla.Cli.Views;

namespace Nabla.Cli.Runs;

/// <summary>What a network has to be better than, on the same examples.</summary>
internal sealed class Baselines(RunConfiguration configuration, PreparedData data, CancellationToken stop)
{
    // So many looks at examples are more than a linear model needs; a large set would wait for them.
    private const int MostLooks = 500_000;

    /// <summary>How good a trained model is.</summary>
    public Scores Score(Trainer trainer, Dataset test) =>
        data.Goal.Score(trainer.Predict(test), PreparedData.TargetsOf(test));

    /// <summary>A linear model, trained in the same way, but no longer than it needs.</summary>
    public Scores Linear(Dataset test) => Score(
        Fit(
            RunTrainer.CreateLinear(configuration, data),
            Math.Min(configuration.Epochs, Math.Max(1, MostLooks / data.Train.Count))),
        test);

    /// <summary>Always the most frequent class, or the mean.</summary>
    public Scores Constant(Dataset test) => data.Goal.Score(
        data.Goal.Constant(PreparedData.TargetsOf(data.Train), test.Count), PreparedData.TargetsOf(test));

    /// <summary>Trains without leaving anything.</summary>
    public Trainer Fit(Trainer trainer) => Fit(trainer, configuration.Epochs);

    private Trainer Fit(Trainer trainer, int epochs)
    {
        trainer.Fit(data.Train, epochs, configuration.Batch, data.Validation, cancellationToken: stop);
        stop.ThrowIfCancellationRequested();
        return trainer;
    }
}
