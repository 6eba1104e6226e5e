using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Nabla.Configuration;
using Nabla.Data.Formats;

namespace Nabla;

/// <summary>
/// Models in files: a safetensors file with the version of the format, the configuration and the input in its metadata,
/// and the SHA-256 of these and of the weights. Files of before there were checksums are read too.
/// </summary>
internal static class ModelFile
{
    public const string Remedy = "Save the model again, or fetch the file again.";

    /// <summary>What the names of tensors begin with that are no weights, but the state of training.</summary>
    public const string TrainingPrefix = "@training/";

    private const string VersionKey = "nabla.format";
    private const string ModelKey = "nabla.model";
    private const string InputKey = "nabla.input";
    private const string ConfigurationHashKey = "nabla.configuration.sha256";
    private const string WeightsHashKey = "nabla.weights.sha256";
    private const string NotePrefix = "nabla.note.";
    private const int Version = 1;

    private static readonly ConfigurationType<InputDescription> s_input = ConfigurationTypes.Object<InputDescription>();

    /// <summary>The model, ready to be saved.</summary>
    public static SafetensorsWriter Write(Model model, bool allowNonFinite)
    {
        if (model.InputSpecs.Count == 0)
        {
            throw new InvalidOperationException(
                $"{model.Subject} has no parameters yet; train it, or create them with Build, before it is saved.");
        }

        string configuration = ComponentJson.Write(model);
        string input = WriteInputs(model);
        (string Key, string Text)[] notes = [.. model.Notes.Select(note => (NotePrefix + note.Key, note.Value))];
        var writer = new SafetensorsWriter();
        writer.AddMetadata(VersionKey, Version.ToString(CultureInfo.InvariantCulture));
        writer.AddMetadata(ModelKey, configuration);
        writer.AddMetadata(InputKey, input);
        writer.AddMetadata(ConfigurationHashKey, HashOf(configuration, input, notes));
        foreach ((string key, string text) in notes)
        {
            writer.AddMetadata(key, text);
        }

        writer.AddMetadata(WeightsHashKey, model.WeightsSha256());
        foreach ((string name, Variable variable) in model.VariablePaths())
        {
            byte[] bytes = TensorBytes.Of(variable.Value);
            if (!allowNonFinite && !TensorBytes.AreFinite(bytes, variable.DType))
            {
                throw new InvalidOperationException(
                    $"The variable '{name}' holds NaN or infinity, and such a model is seldom worth keeping; "
                    + "load the last good one, or say Save(path, allowNonFinite: true).");
            }

            writer.Add(name, TensorBytes.TypeOf(variable.DType), variable.Shape.Extents, bytes);
        }

        return writer;
    }

    public static Model Load(string path)
    {
        if (!File.Exists(path))
        {
            string problem = Directory.Exists(path) ? $"'{path}' is a folder" : $"There is no file '{path}'";
            throw new FileNotFoundException($"{problem}; name a file that Model.Save wrote.", path);
        }

        using SafetensorsReader file = SafetensorsReader.Open(path);
        CheckVersion(file);
        var values = new FileValues(file);
        Model model = Build(file, values);
        if (values.Unused.FirstOrDefault() is { } stray)
        {
            throw new InvalidFileException(
                path, file.Tensors[stray].Offset, $"the weights '{stray}' belong to no layer of the model", Remedy);
        }

        CheckHash(file, WeightsHashKey, "the weights", model.WeightsSha256);
        return model;
    }

    private static Model Build(SafetensorsReader file, FileValues values)
    {
        string configuration = Metadata(file, ModelKey);
        string input = Metadata(file, InputKey);
        (string Key, string Text)[] notes =
        [
            .. file.Metadata.Where(entry => entry.Key.StartsWith(NotePrefix, StringComparison.Ordinal))
                .Select(entry => (entry.Key, entry.Value)).OrderBy(note => note.Key, StringComparer.Ordinal),
        ];
        CheckHash(
            file, ConfigurationHashKey, "the model's configuration", () => HashOf(configuration, input, notes));
        try
        {
            Model model = ComponentJson.Read<Layer>(configuration) as Model
                ?? throw new JsonException("the outermost layer is no model");
            Array.ForEach(notes, note => model.Notes.Add(note.Key[NotePrefix.Length..], note.Text));
            model.Build([.. ReadInputs(input).Select(example => example.Spec)], values);
            return model;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException
            or InvalidOperationException or NotSupportedException or FormatException or OverflowException)
        {
            throw new InvalidFileException(
                file.FilePath, 0,
                $"the model's configuration cannot be used: {exception.Message.TrimEnd('.')}",
                Remedy, exception);
        }
    }

    // One input stands alone, as in files of before there were models of several.
    private static string WriteInputs(Model model)
    {
        InputDescription[] examples =
        [
            .. model.InputSpecs.Select(spec => new InputDescription(
                spec with { Shape = Shape.Create(spec.Shape.Extents[1..]) })),
        ];
        return examples is [InputDescription only]
            ? ComponentJson.Write(only, s_input)
            : ComponentJson.Write(examples, ConfigurationTypes.Array(s_input));
    }

    private static InputDescription[] ReadInputs(string text) => text.StartsWith('[')
        ? ComponentJson.Read(text, ConfigurationTypes.Array(s_input))
        : [ComponentJson.Read(text, s_input)];

    private static void CheckHash(SafetensorsReader file, string key, string subject, Func<string> compute)
    {
        if (file.Metadata.TryGetValue(key, out string? expected) && compute() != expected)
        {
            throw new InvalidFileException(
                file.FilePath, 0, $"{subject} is not what was written: the SHA-256 under '{key}' differs",
                "The file is damaged or was edited; fetch it again, or save the model again.");
        }
    }

    // No configuration holds a zero byte, so the texts cannot be cut elsewhere to the same hash. Notes may hold any, so
    // that their length goes before them.
    private static string HashOf(string configuration, string input, (string Key, string Text)[] notes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{configuration}\0{input}"
            + string.Concat(notes.Select(note => $"\0{note.Key.Length} {note.Text.Length} {note.Key}{note.Text}")))));

    private static void CheckVersion(SafetensorsReader file)
    {
        string text = Metadata(file, VersionKey);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) || version < 1)
        {
            throw new InvalidFileException(
                file.FilePath, 0, $"the version of the format is '{text}' where a number is expected", Remedy);
        }

        if (version > Version)
        {
            throw new InvalidFileException(
                file.FilePath, 0, $"the file is of version {version} where this program knows versions up to {Version}",
                "Update Nabla.");
        }
    }

    private static string Metadata(SafetensorsReader file, string key) =>
        file.Metadata.TryGetValue(key, out string? text)
        ? text
        : throw new InvalidFileException(
            file.FilePath, 0, $"the metadata has no '{key}', so that this is a safetensors file but no model",
            "Use a file that Model.Save wrote; weights alone are read with SafetensorsReader.");
}
