using System.Globalization;
using System.Text;
using Nabla.Data.Formats;

namespace Nabla;

/// <summary>Writes a line for each epoch into a file of comma-separated values.</summary>
/// <remarks>
/// The file is written whole after each epoch, as <see cref="Trainer.History"/> then is: what is there is never half a
/// line, and a run that goes on after an interruption has all its epochs.
/// </remarks>
public sealed class CsvLog : TrainingCallback
{
    /// <summary>Creates the callback.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    public CsvLog(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override void OnEpochEnd(Trainer trainer, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            AtomicFile.Write(Path, stream => stream.Write(Encoding.UTF8.GetBytes(Text(trainer.History))));
        }
        catch (FileWriteException exception)
        {
            // A log is not worth a model: training goes on.
            trainer.Warn(exception.Message);
        }
    }

    private static IEnumerable<(string Name, double Value)> Numbers(MetricValues? values) =>
        values is null ? [] : values;

    private static string Text(TrainingHistory history)
    {
        EpochRecord first = history.Epochs[0];
        var text = new StringBuilder("epoch,seconds,examples_per_second,learning_rate");
        Append(first.Training.Select(value => value.Name));
        Append(Numbers(first.Validation).Select(value => $"val_{value.Name}"));
        foreach (EpochRecord epoch in history.Epochs)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{epoch.Epoch},{epoch.Duration.TotalSeconds:F3},");
            text.Append(CultureInfo.InvariantCulture, $"{epoch.ExamplesPerSecond:F0},");
            text.Append(CultureInfo.InvariantCulture, $"{epoch.LearningRate:R}");
            Append(epoch.Training.Select(value => value.Value.ToString("R", CultureInfo.InvariantCulture)));
            Append(Numbers(epoch.Validation).Select(value => value.Value.ToString("R", CultureInfo.InvariantCulture)));
        }

        return text.Append('\n').ToString();

        void Append(IEnumerable<string> fields)
        {
            foreach (string field in fields)
            {
                text.Append(',').Append(field);
            }
        }
    }
}
