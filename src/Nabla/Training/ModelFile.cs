using System.Globalization;
using System.Text.Json;
using Nabla.Data.Formats;

namespace Nabla;

/// <summary>
/// Models in files: a safetensors file with the version of the format, the configuration and the input in its metadata.
/// </summary>
internal static class ModelFile
{
    public const string Remedy = "Save the model again, or fetch the file again.";

    private const string VersionKey = "nabla.format";
    private const string ModelKey = "nabla.model";
    private const string InputKey = "nabla.input";
    private const int Version = 1;

    public static void Save(Model model, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (model.InputSpec is not { } input)
        {
            throw new InvalidOperationException(
                $"{model.Subject} has no parameters yet; train it, or create them with Build, before it is saved.");
        }

        var writer = new SafetensorsWriter();
        writer.AddMetadata(VersionKey, Version.ToString(CultureInfo.InvariantCulture));
        writer.AddMetadata(ModelKey, JsonSerializer.Serialize(model, LayerJson.Default.Layer));
        var example = new InputDescription(input.DType.ToString(), [.. model.InputShape!.Value]);
        writer.AddMetadata(InputKey, JsonSerializer.Serialize(example, ModelFileJson.Default.InputDescription));
        foreach ((string name, Variable variable) in model.VariablePaths())
        {
            writer.Add(
                name, TensorBytes.TypeOf(variable.DType), variable.Shape.Extents, TensorBytes.Of(variable.Value));
        }

        writer.Save(path);
    }

    public static Model Load(string path)
    {
        using SafetensorsReader file = SafetensorsReader.Open(path);
        CheckVersion(file);
        var values = new FileValues(file);
        Model model;
        try
        {
            Layer? layer = JsonSerializer.Deserialize(Metadata(file, ModelKey), LayerJson.Default.Layer);
            model = layer as Model ?? throw new JsonException("the outermost layer is no model");
            model.Build([InputOf(file)], values);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException
            or InvalidOperationException or NotSupportedException or FormatException or OverflowException)
        {
            throw new InvalidFileException(
                path, 0,
                $"the model's configuration cannot be used: {exception.Message.TrimEnd('.')}",
                Remedy, exception);
        }

        return values.Unused.FirstOrDefault() is { } stray
            ? throw new InvalidFileException(
                path, file.Tensors[stray].Offset, $"the weights '{stray}' belong to no layer of the model", Remedy)
            : model;
    }

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

    private static TensorSpec InputOf(SafetensorsReader file)
    {
        InputDescription? input = JsonSerializer.Deserialize(
            Metadata(file, InputKey), ModelFileJson.Default.InputDescription);
        return input is { Shape: not null } && Enum.TryParse(input.DType, out DType dtype) && Enum.IsDefined(dtype)
            ? new TensorSpec(dtype, Shape.Create(input.Shape))
            : throw new JsonException("the input has no type and shape");
    }

    private static string Metadata(SafetensorsReader file, string key) =>
        file.Metadata.TryGetValue(key, out string? text)
        ? text
        : throw new InvalidFileException(
            file.FilePath, 0, $"the metadata has no '{key}', so that this is a safetensors file but no model",
            "Use a file that Model.Save wrote; weights alone are read with SafetensorsReader.");
}
