using Nabla.Cli.Sources;
using Nabla.Cli.Views;

namespace Nabla.Cli.Runs;

/// <summary>What a network has to be better than, on the same examples.</summary>
internal sealed class Baselines(RunConfiguration configuration, PreparedData data, CancellationToken stop)
{
    /// <summary>How good a trained model is.</summary>
    public Scores Score(Trainer trainer, Dataset test) =>
        data.Goal.Score(trainer.Predict(test), PreparedData.TargetsOf(test));

    /// <summary>A linear model, trained in the same way.</summary>
    public Scores Linear(Dataset test) => Score(Fit(RunTrainer.CreateLinear(configuration, data)), test);

    /// <summary>Always the most frequent class, or the mean.</summary>
    public Scores Constant(Dataset test) => data.Goal.Score(
        data.Goal.Constant(PreparedData.TargetsOf(data.Train), test.Count), PreparedData.TargetsOf(test));

    /// <summary>Trains without leaving anything.</summary>
    public Trainer Fit(Trainer trainer)
    {
        trainer.Fit(data.Train, configuration.Epochs, configuration.Batch, data.Validation, cancellationToken: stop);
        stop.ThrowIfCancellationRequested();
        return trainer;
    }
}
