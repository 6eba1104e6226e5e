using Nabla.Backends.Cpu;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Sources;
using Nabla.Cli.Views;
using Nabla.Studio;

namespace Nabla.Cli.Runs;

/// <summary>Trains as a configuration says, begins or goes on, and leaves all that came of it in a folder.</summary>
internal sealed class RunTraining(
    Terminal terminal, RunConfiguration configuration, PreparedData data, RunOutput output, RunFolder folder,
    Stages stages, CancellationToken stop)
{
    private const int ShownEpochs = 20;
    private const int WrittenEpochs = 40;

    /// <summary>Trains from the beginning.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Begin()
    {
        Trainer trainer = RunTrainer.Create(configuration, data);

        // Weights, two slots of the optimizer, the best weights; a few checkpoints of all that.
        const int Copies = 16;
        folder.Create(trainer.Model.ParameterCount * sizeof(float) * Copies);
        configuration.Save(folder.Configuration);
        using var log = new RunLog(folder);
        log.Write($"begun: {Environment.CommandLine}");
        log.Write($"data {configuration.Data.Path}, SHA-256 {configuration.Data.Sha256}");
        return Train(trainer, log);
    }

    /// <summary>Carries a run on from its last checkpoint, or from the beginning where there is none.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Resume()
    {
        using var log = new RunLog(folder);
        return Train(RunTrainer.Create(configuration, data), log, resumes: true);
    }

    private int Train(Trainer trainer, RunLog log, bool resumes = false)
    {
        trainer.Warned += (_, warning) =>
        {
            log.Write($"warning: {warning.Message}");
            ErrorOutput.WriteLine(terminal, $"nabla: warning: {warning.Message}");
        };

        // What a killed process was writing is of no use to anyone.
        RunFolder.DeleteTemporaries(folder);
        // The best weights are kept by what stops early, within the checkpoints.
        var checkpoints = new Checkpoints(
            folder.Checkpoints, keepBest: false, everySteps: configuration.CheckpointSteps,
            interval: TimeSpan.FromSeconds(configuration.CheckpointSeconds));
        RunRecorder recorder = RunReport.Recorder(folder, data);
        var recording = new ReportRecording(recorder, configuration.Epochs);
        trainer.Callbacks.Insert(0, new StopCheckpoint(checkpoints, stop));
        int every = Math.Max(1, configuration.Epochs / WrittenEpochs);
        var history = new CsvLog(folder.History);
        trainer.Callbacks.Add(new EveryEpochs(history, every));
        trainer.Callbacks.Add(recording);
        trainer.Callbacks.Add(new EveryEpochs(checkpoints, every));
        if (resumes)
        {
            string from = trainer.Resume(folder.Checkpoints)
                ? $"after {trainer.Optimizer.Steps.Value.Item<long>():N0} steps, {trainer.History.Epochs.Count} epochs"
                : "at the beginning, since no checkpoint was written yet";
            terminal.WriteLine($"goes on {from}");
            log.Write($"resumed: {from}");
        }

        Announce(trainer);
        bool isCancelled = Fit(trainer).WasCancelled;
        stages.EndTraining();
        if (trainer.History.Last is { } last)
        {
            history.OnEpochEnd(trainer, last);
        }

        if (isCancelled)
        {
            return Abandon(trainer, log);
        }

        trainer.Model.Save(folder.Model);
        recording.Finish(trainer);
        Finish(trainer, recorder, log);
        return ExitCode.Success;
    }

    private TrainingHistory Fit(Trainer trainer)
    {
        TerminalProgress view = new(terminal.Canvas, terminal.IsInteractive) { Unit = data.Set?.Unit ?? "examples" };
        try
        {
            return trainer.Fit(
                data.Train, configuration.Epochs, configuration.Batch, data.Validation ?? data.Watched,
                progress: new SparseProgress(view, Math.Max(1, configuration.Epochs / ShownEpochs)),
                cancellationToken: stop);
        }
        finally
        {
            view.Close();
        }
    }

    private void Announce(Trainer trainer)
    {
        long peak = (long)trainer.Summary(data.Train, configuration.Batch).TrainingPeakBytes!;
        stages.EndCompiling();
        string atMost = data.Validation is null ? "" : "at most ";
        terminal.WriteLine(
            $"{RunPlan.Describe(trainer.Model, data)}, {trainer.Model.ParameterCount:N0} parameters; "
            + $"batches of {configuration.Batch}, {atMost}{configuration.Epochs} epochs; seed {configuration.Seed}");
        terminal.WriteLine(
            $"loaded in {Format.Seconds(stages.Loading)}, compiled in {Format.Seconds(stages.Compiling)}, "
            + $"{peak / 1024.0:N0} KiB for a step");
        terminal.WriteLine();
    }

    private void Finish(Trainer trainer, RunRecorder recorder, RunLog log)
    {
        List<(string Model, Scores Scores)> rows = [];
        if (data.Test is { } test)
        {
            var baselines = new Baselines(configuration, data, stop);
            rows.Add(("network", baselines.Score(trainer, test)));
            rows.Add(("linear model", baselines.Linear(test)));
            rows.Add((data.Goal.IsClassification ? "most frequent" : "mean", baselines.Constant(test)));
            terminal.WriteLine();
            terminal.WriteLine($"on {test.Count:N0} examples to test with:");
            ScoreTable.Write(terminal, rows);
        }

        if (data is { Set: { } set, Test: { } examples })
        {
            terminal.WriteLine();
            TestResultView.Write(terminal, set, TestResult.Of(trainer.Model, examples), examples);
        }

        EarlyStopping? early = trainer.Callbacks.OfType<EarlyStopping>().FirstOrDefault();
        int epochs = trainer.History.Epochs.Count;
        string hash = trainer.Model.WeightsSha256();
        WriteReport(trainer, recorder);
        new RunResult
        {
            WeightsSha256 = hash,
            Epochs = epochs,
            BestEpoch = early?.BestEpoch ?? epochs,
            Steps = trainer.Optimizer.Steps.Value.Item<long>(),
            Parameters = trainer.Model.ParameterCount,
            Network = RunPlan.Describe(trainer.Model, data),
            Seed = configuration.Seed,
            Batch = configuration.Batch,
            Threads = CpuBackend.Instance.Threads,
            Seconds = stages.Total.TotalSeconds,
            LoadSeconds = stages.Loading.TotalSeconds,
            CompileSeconds = stages.Compiling.TotalSeconds,
            TrainSeconds = stages.Training.TotalSeconds,
            ExamplesPerSecond = trainer.History.Last!.ExamplesPerSecond,
            TrainLoss = trainer.History.Last.Training.Loss,
            TestAccuracy = rows is [{ Scores: var scores }, ..] && data.Goal.IsClassification ? scores.Main : null,
            TrainExamples = data.Train.Count,
            ValidationExamples = data.Validation?.Count ?? 0,
            TestExamples = data.Test?.Count ?? 0,
            Test = RunResult.ByName(rows),
        }.Save(folder.Result);
        log.Write($"complete after {epochs} epochs: weights {hash}");
        terminal.WriteLine();
        terminal.WriteLine(early is null
            ? $"{epochs} epochs in {Format.Seconds(stages.Training)}, {Format.Seconds(stages.Total)} in all"
            : $"{epochs} epochs, the weights are those of epoch {early.BestEpoch}, the best in validation");
        string[] saved =
        [
            folder.Model, .. File.Exists(folder.Report) ? [folder.Report] : Array.Empty<string>(),
            .. output.Copy(folder),
        ];
        terminal.WriteLine($"saved {string.Join(", ", saved)}");
    }

    private void WriteReport(Trainer trainer, RunRecorder recorder)
    {
        try
        {
            recorder.ToRecord();
            RunReport.Write(folder);
        }
        catch (FileWriteException exception)
        {
            trainer.Warn($"No report was written: {exception.Message}");
        }
    }

    private int Abandon(Trainer trainer, RunLog log)
    {
        string done = $"after {trainer.Optimizer.Steps.Value.Item<long>():N0} steps, "
            + $"{trainer.History.Epochs.Count} of {configuration.Epochs} epochs";
        log.Write($"interrupted {done}");
        ErrorOutput.WriteLine(
            terminal, $"nabla: interrupted {done}; 'nabla resume {folder.FullName}' carries on");
        return ExitCode.Interrupted;
    }
}
