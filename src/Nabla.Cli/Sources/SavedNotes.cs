using System.Text.Encodings.Web;
using System.Text.Json;
using Nabla.Cli.Sets;

namespace Nabla.Cli.Sources;

/// <summary>What a model's file says about what it was trained on, so that it can be asked about more of it.</summary>
internal sealed class SavedNotes
{
    private const string FeaturesKey = "table_features";
    private const string ClassesKey = "classes";
    private const string SetKey = "data_set";

    private static readonly JsonSerializerOptions s_options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private SavedNotes(TableFeatures? features, IReadOnlyList<string>? classes, string? set) =>
        (Features, Classes, Set) = (features, classes, set);

    /// <summary>How a table becomes inputs; null for a model of something else.</summary>
    public TableFeatures? Features { get; }

    /// <summary>The names of the classes of images; null for a model of something else.</summary>
    public IReadOnlyList<string>? Classes { get; }

    /// <summary>The name of the set that the model learned; null for a model of something else.</summary>
    public string? Set { get; }

    /// <summary>The notes of a model of a named set.</summary>
    public static IReadOnlyDictionary<string, string> Of(NamedSet set) => new Dictionary<string, string>
    {
        [SetKey] = set.Name,
        [ClassesKey] = JsonSerializer.Serialize(set.Classes, s_options),
    };

    /// <summary>The notes of a table's model.</summary>
    public static IReadOnlyDictionary<string, string> Of(TableFeatures features) =>
        new Dictionary<string, string> { [FeaturesKey] = ComponentJson.Write(features) };

    /// <summary>The notes of a model of images; their size is the model's own.</summary>
    public static IReadOnlyDictionary<string, string> Of(ImageFolder folder) =>
        new Dictionary<string, string> { [ClassesKey] = JsonSerializer.Serialize(folder.ClassNames, s_options) };

    /// <summary>Reads what a model says.</summary>
    /// <exception cref="InvalidFileException">It says what cannot be.</exception>
    public static SavedNotes Read(Model model, string file)
    {
        try
        {
            return new SavedNotes(
                model.Notes.TryGetValue(FeaturesKey, out string? features)
                    ? ComponentJson.Read<TableFeatures>(features) : null,
                model.Notes.TryGetValue(ClassesKey, out string? classes)
                    ? JsonSerializer.Deserialize<string[]>(classes) : null,
                model.Notes.TryGetValue(SetKey, out string? set) ? set : null);
        }
        catch (JsonException exception)
        {
            throw new InvalidFileException(
                file, 0, $"the notes about the model's data cannot be read: {exception.Message.TrimEnd('.')}",
                "The file was edited or is damaged; train the model again.", exception);
        }
    }

    /// <summary>What the target of a table's features means.</summary>
    public static Goal GoalOf(TableFeatures features) => features.Target switch
    {
        ClassTarget classes => new Goal(classes.Name, classes.Classes),
        NumberTarget number => new Goal(number.Name, Classes: null, number.Mean, number.Deviation),
        _ => throw new InvalidFileException("The model's features have no target; train it with 'nabla train'."),
    };
}
