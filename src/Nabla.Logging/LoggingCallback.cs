using Microsoft.Extensions.Logging;

namespace Nabla.Logging;

/// <summary>Tells the logger of an application how training goes.</summary>
/// <remarks>
/// The begin and the end of a call of Fit and each epoch are information, warnings are warnings, and steps are traces,
/// a few at most in a second.
/// </remarks>
/// <example><code>trainer.Callbacks.Add(new LoggingCallback(loggerFactory.CreateLogger("training")));</code></example>
public sealed partial class LoggingCallback : TrainingCallback
{
    private const long StepInterval = 250;

    private readonly ILogger _logger;
    private long _nextStep;

    /// <summary>Creates the callback.</summary>
    /// <param name="logger">What is told.</param>
    public LoggingCallback(ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(logger);
        _logger = logger;
    }

    /// <inheritdoc/>
    public override void OnTrainBegin(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        FitCall call = trainer.Current!;
        trainer.Warned -= OnWarned;
        trainer.Warned += OnWarned;
        LogTrainBegin(trainer.Model.GetType().Name, call.Epochs, call.EpochsDone, call.BatchSize);
    }

    /// <inheritdoc/>
    public override void OnStepEnd(Trainer trainer, double loss)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (Environment.TickCount64 >= _nextStep && _logger.IsEnabled(LogLevel.Trace))
        {
            _nextStep = Environment.TickCount64 + StepInterval;
            LogStep(trainer.Optimizer.Steps.Value.Item<long>(), loss);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Trainer trainer, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        LogEpoch(
            record.Epoch, record.Training.ToString(), record.Validation?.ToString() ?? "none", record.Duration,
            record.LearningRate);
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        trainer.Warned -= OnWarned;
        LogTrainEnd(trainer.Current!.EpochsDone, trainer.Optimizer.Steps.Value.Item<long>());
    }

    private void OnWarned(object? sender, TrainingWarningEventArgs warning) => LogWarning(warning.Message);

    [LoggerMessage(1, LogLevel.Information,
        "Training a {Model} model for {Epochs} epochs, {EpochsDone} of them done, in batches of {BatchSize}")]
    private partial void LogTrainBegin(string model, int epochs, int epochsDone, int batchSize);

    [LoggerMessage(2, LogLevel.Trace, "Step {Step}: loss {Loss}")]
    private partial void LogStep(long step, double loss);

    [LoggerMessage(3, LogLevel.Information,
        "Epoch {Epoch}: {Training}; validation {Validation}; {Duration}, learning rate {LearningRate}")]
    private partial void LogEpoch(
        int epoch, string training, string validation, TimeSpan duration, double learningRate);

    [LoggerMessage(4, LogLevel.Information, "Training ended after {Epochs} epochs and {Steps} steps")]
    private partial void LogTrainEnd(int epochs, long steps);

    [LoggerMessage(5, LogLevel.Warning, "{Warning}")]
    private partial void LogWarning(string warning);
}
