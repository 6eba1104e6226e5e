using Nabla.Cli.Images;
using Nabla.Cli.Reports;
using Nabla.Cli.Views;
using Nabla.Studio;

namespace Nabla.Cli.Training;

/// <summary>Trains a classifier of digits, tries it, and saves it.</summary>
internal sealed class MnistTraining(Terminal terminal, MnistSettings settings, CancellationToken stop)
{
    // Names, shapes and configuration in a model file; all of a report.
    private const int FileOverhead = 4096;

    private readonly Stages _stages = new();
    private readonly RunRecorder? _recorder =
        settings.Page is null ? null : new RunRecorder { Title = "Handwritten digits" };

    /// <summary>Runs it all.</summary>
    /// <param name="load">Loads the sets to train and to test on.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="FileWriteException">
    /// A file cannot be written; known before training wherever it can be.
    /// </exception>
    public int Run(Func<(Dataset Train, Dataset Test)> load)
    {
        (Dataset train, Dataset test) = load();
        _stages.EndLoading();
        stop.ThrowIfCancellationRequested();

        Trainer trainer = CreateTrainer(train);
        OutputFile.ThrowIfNotWritable(settings.Output, (trainer.Model.ParameterCount * sizeof(float)) + FileOverhead);
        OutputFile.ThrowIfNotWritable(settings.Report, FileOverhead);
        OutputFile.ThrowIfNotWritable(settings.Page, FileOverhead);
        ModelSummary summary = trainer.Summary(train, settings.Run.Batch);
        _stages.EndCompiling();
        Announce(train, summary);

        if (_recorder is not null)
        {
            trainer.Callbacks.Add(_recorder);
        }

        TrainingHistory history = Fit(trainer, train, test);
        _stages.EndTraining();
        return history.Epochs.Count < settings.Run.Epochs
            ? Abandon(trainer, history)
            : Finish(trainer, train, test);
    }

    private Trainer CreateTrainer(Dataset train)
    {
        Sequential model = settings.Network.CreateModel(DigitModel.Classes, settings.Run.Seed);
        model.Build(Glyph.Extent, Glyph.Extent);
        Optimizer optimizer = settings.Optimizer.CreateOptimizer();
        Trainer trainer = new(model, new CrossEntropy(), optimizer) { Metrics = { new Accuracy() } };
        if (settings.Optimizer.CreateSchedule() is { } schedule)
        {
            trainer.Callbacks.Add(new LearningRateScheduler(schedule));
        }

        return trainer;
    }

    private void Announce(Dataset train, ModelSummary summary)
    {
        (int epochs, int batch, int seed) = settings.Run;
        terminal.WriteLine(
            $"{settings.NetworkName} {settings.Network.Activation}, {summary.ParameterCount:N0} parameters; "
            + $"{settings.Optimizer}");
        terminal.WriteLine(
            $"{train.Count:N0} images, batches of {batch}, {epochs} epochs; seed {seed}; "
            + $"{settings.Threads} {(settings.Threads == 1 ? "thread" : "threads")}");
        terminal.WriteLine(
            $"loaded in {Format.Seconds(_stages.Loading)}, compiled in {Format.Seconds(_stages.Compiling)}, "
            + $"{summary.TrainingPeakBytes / 1024.0:N0} KiB for a step");
        terminal.WriteLine();
    }

    private TrainingHistory Fit(Trainer trainer, Dataset train, Dataset test)
    {
        TerminalProgress view = new(terminal.Canvas, terminal.IsInteractive) { Unit = "images" };
        try
        {
            // Only a page shows how the test set fared along the way; training does not look at it.
            return trainer.Fit(
                train, settings.Run.Epochs, settings.Run.Batch, _recorder is null ? null : test,
                progress: view, cancellationToken: stop);
        }
        finally
        {
            view.Close();
        }
    }

    private int Finish(Trainer trainer, Dataset train, Dataset test)
    {
        // Saved first: what follows is worth less than hours of training.
        trainer.Model.Save(settings.Output);
        TestResult result = TestResult.Of(trainer.Model, test);
        terminal.WriteLine();
        TestResultView.Write(terminal, result, test);

        TrainingReport report = TrainingReport.Of(settings, trainer, result, _stages, train.Count, test.Count);
        if (settings.Report is { } file)
        {
            report.Save(file);
        }

        terminal.WriteLine(
            $"trained in {Format.Seconds(_stages.Training)} at {Format.Rate(report.ImagesPerSecond)}, "
            + $"{Format.Seconds(_stages.Total)} in all");
        if (_recorder is not null)
        {
            HtmlReport.Write(settings.Page!, _recorder.ToRecord());
        }

        terminal.WriteLine($"saved {settings.Output}{(settings.Page is null ? "" : $", {settings.Page}")}");
        return ExitCode.Success;
    }

    private int Abandon(Trainer trainer, TrainingHistory history)
    {
        string saved = "";
        if (settings.IsOutputNamed)
        {
            string file = OutputFile.ForInterruptedRun(settings.Output);
            trainer.Model.Save(file);
            saved = $"; what it learned is saved in {file}";
        }

        terminal.Error.WriteLine(
            $"nabla: interrupted after {trainer.Optimizer.Steps.Value.Item<long>():N0} steps, "
            + $"{history.Epochs.Count} of {settings.Run.Epochs} epochs{saved}");
        return ExitCode.Interrupted;
    }
}
