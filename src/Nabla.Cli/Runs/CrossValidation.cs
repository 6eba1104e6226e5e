using Nabla.Cli.Sources;
using Nabla.Cli.Views;

namespace Nabla.Cli.Runs;

/// <summary>Trains several times, each time without another part of the examples, and tests on that part.</summary>
internal sealed class CrossValidation(Terminal terminal, RunRequest request, CancellationToken stop)
{
    /// <summary>Runs it all; no model is kept.</summary>
    /// <param name="source">The examples.</param>
    /// <param name="count">The number of parts.</param>
    /// <param name="file">Where to write which example was in which part; null for nowhere.</param>
    public int Run(ExampleSource source, int count, string? file)
    {
        List<Scores> all = [];
        var partOf = new int[source.Count];
        foreach ((PreparedData data, int[] tested) in source.Folds(count, request.Validation, request.Seed))
        {
            RunConfiguration configuration = RunPlan.Complete(request, data);
            var baselines = new Baselines(configuration, data, stop);
            Trainer trainer = baselines.Fit(RunTrainer.Create(configuration, data));
            all.Add(baselines.Score(trainer, data.Test!));
            Array.ForEach(tested, example => partOf[example] = all.Count);
            if (all.Count == 1)
            {
                terminal.WriteLine($"{RunPlan.Describe(trainer.Model, data)}, batches of {configuration.Batch}, "
                    + $"at most {configuration.Epochs} epochs; seed {configuration.Seed}");
            }

            terminal.WriteLine($"fold {all.Count}/{count}   {all[^1]}   {trainer.History.Epochs.Count} epochs");
        }

        terminal.WriteLine($"mean       {string.Join("   ", all[0].Values.Select((value, i) => Mean(all, i)))}");
        if (file is not null)
        {
            CsvTable.Write(file, new Table(
                TableColumn.Of("row", [.. Enumerable.Range(0, source.Count).Select(source.OriginalNumber)]),
                TableColumn.Of("fold", partOf)));
        }

        return ExitCode.Success;
    }

    private static string Mean(List<Scores> all, int index)
    {
        string name = all[0].Values[index].Name;
        double[] values = [.. all.Select(scores => scores.Values[index].Value)];
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return $"{name} {Scores.Text(name, mean)} ± {Scores.Text(name, deviation)}";
    }
}
