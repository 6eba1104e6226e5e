using System.Globalization;
using System.Text;
using Nabla.Data.Formats;

namespace Nabla;

/// <summary>Writes a line for each epoch into a file of comma-separated values.</summary>
/// <remarks>
/// The file is written whole after each epoch, as <see cref="Trainer.History"/> then is: what is there is never half a
/// line, and a run that goes on after an interruption has all its epochs. A cell is empty where an epoch has no such
/// number, as without a validation set.
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

    private static string Text(TrainingHistory history)
    {
        string[] training = [.. history.Names(epoch => epoch.Training)];
        string[] validation = [.. history.Names(epoch => epoch.Validation)];
        var text = new StringBuilder("epoch,seconds,examples_per_second,learning_rate");
        foreach (string name in training.Concat(validation.Select(name => $"val_{name}")))
        {
            text.Append(',').Append(Quoted(name));
        }

        foreach (EpochRecord epoch in history.Epochs)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{epoch.Epoch},{epoch.Duration.TotalSeconds:F3},");
            text.Append(CultureInfo.InvariantCulture, $"{epoch.ExamplesPerSecond:F0},");
            text.Append(CultureInfo.InvariantCulture, $"{epoch.LearningRate:R}");
            AppendNumbers(text, epoch.Training, training);
            AppendNumbers(text, epoch.Validation, validation);
        }

        return text.Append('\n').ToString();
    }

    private static void AppendNumbers(StringBuilder text, MetricValues? values, string[] names)
    {
        foreach (string name in names)
        {
            text.Append(',');
            if (values?.FirstOrDefault(value => value.Name == name) is (not null, var number))
            {
                text.Append(CultureInfo.InvariantCulture, $"{number:R}");
            }
        }
    }

    // Anybody may name a metric.
    private static string Quoted(string name) =>
        name.AsSpan().ContainsAny(",\"\r\n") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
}
