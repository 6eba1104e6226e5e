using Nabla.Configuration;

namespace Nabla;

/// <summary>What a checkpoint says in words: where training was, and the epochs before.</summary>
/// <param name="EpochsDone">The epochs of the call of Fit that were done.</param>
/// <param name="BatchesDone">The batches of the epoch under way that were done.</param>
/// <param name="Examples">The examples of these batches.</param>
/// <param name="Rate">The learning rate at the start of that epoch.</param>
/// <param name="Epochs">What came of the epochs before.</param>
/// <param name="Losses">What was minimized, each as JSON or by its name; null in files that do not say.</param>
internal sealed record CheckpointText(
    int EpochsDone, int BatchesDone, long Examples, double Rate, IReadOnlyList<EpochRecord> Epochs,
    IReadOnlyList<string>? Losses)
    : ISelfDescribing<CheckpointText>
{
    private static readonly ConfigurationType<EpochDescription[]> s_epochs =
        ConfigurationTypes.Array(ConfigurationTypes.Object<EpochDescription>());

    private static readonly ConfigurationType<string[]> s_texts = ConfigurationTypes.Array(ConfigurationTypes.String);

    public void WriteConfiguration(ComponentWriter writer)
    {
        writer.Write("epochsDone", EpochsDone, ConfigurationTypes.Int32);
        writer.Write("batchesDone", BatchesDone, ConfigurationTypes.Int32);
        writer.Write("examples", Examples, ConfigurationTypes.Int64);
        writer.Write("rate", Rate, ConfigurationTypes.Double);
        writer.Write("epochs", [.. Epochs.Select(epoch => new EpochDescription(epoch))], s_epochs);
        writer.Write("losses", [.. Losses ?? []], s_texts);
    }

    public static CheckpointText ReadConfiguration(ComponentReader reader) => new(
        reader.Read("epochsDone", ConfigurationTypes.Int32),
        reader.Read("batchesDone", ConfigurationTypes.Int32),
        reader.Read("examples", ConfigurationTypes.Int64),
        reader.Read("rate", ConfigurationTypes.Double),
        [.. reader.Read("epochs", s_epochs).Select(epoch => epoch.Record)],
        reader.TryRead("losses", s_texts, out string[]? losses) ? losses : null);
}
