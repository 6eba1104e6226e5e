using Microsoft.Extensions.Logging;

namespace Nabla.Logging.Tests;

public sealed class LoggingCallbackTests
{
    [Fact]
    public void EpochsAndWarningsReachTheLogger()
    {
        var logger = new Kept();
        var trainer = new Trainer(new Sequential { new Dense(1) }, new MeanSquaredError(), new Sgd(0.01))
        {
            Callbacks =
            {
                new LoggingCallback(logger),
                new LambdaCallback { EpochEnd = (trainer, _) => trainer.Warn("the disk is full") },
            },
        };
        trainer.Fit(new TensorDataset(Tensor.Ones(8, 2), Tensor.Ones(8, 1)), epochs: 2, batchSize: 4);

        Assert.Equal(
            "Training a Sequential model for 2 epochs, 0 of them done, in batches of 4", logger.Lines[0].Text);
        Assert.Contains(logger.Lines, line => line.Text.StartsWith("Epoch 2: loss ", StringComparison.Ordinal));
        Assert.Equal(2, logger.Lines.Count(line => line is (LogLevel.Warning, "the disk is full")));
        Assert.Contains(logger.Lines, line => line.Level == LogLevel.Trace);
        Assert.Equal("Training ended after 2 epochs and 4 steps", logger.Lines[^1].Text);
    }

    private sealed class Kept : ILogger
    {
        public List<(LogLevel Level, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Lines.Add((logLevel, formatter(state, exception)));
    }
}
