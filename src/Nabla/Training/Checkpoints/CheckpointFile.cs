using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Nabla.Configuration;
using Nabla.Data.Formats;

namespace Nabla;

/// <summary>
/// Checkpoints in files: a model's file with the state of its training beside the weights, so that it can be loaded as
/// a model, too.
/// </summary>
internal static class CheckpointFile
{
    private const string TextKey = "nabla.training";
    private const string HashKey = "nabla.training.sha256";

    private static readonly ConfigurationType<CheckpointText> s_text = ConfigurationTypes.Object<CheckpointText>();

    public static void Write(
        Model model, CheckpointText text, IReadOnlyList<(string Name, Tensor Value)> state, string path)
    {
        SafetensorsWriter writer = ModelFile.Write(model, allowNonFinite: false);
        string json = ComponentJson.Write(text, s_text);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(json));
        foreach ((string name, Tensor value) in state.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            byte[] bytes = TensorBytes.Of(value);
            writer.Add(ModelFile.TrainingPrefix + name, TensorBytes.TypeOf(value.DType), value.Shape.Extents, bytes);
            Append(hash, name, value.Spec, bytes);
        }

        writer.AddMetadata(TextKey, json);
        writer.AddMetadata(HashKey, Convert.ToHexStringLower(hash.GetHashAndReset()));
        writer.Save(path);
    }

    /// <summary>Reads a checkpoint whole, and checks that nothing in it was changed.</summary>
    /// <exception cref="InvalidFileException">The file is no checkpoint, or damaged.</exception>
    public static (CheckpointText Text, Dictionary<string, Tensor> State, Model Model) Read(string path)
    {
        // The file says itself which model it is of, and its reader checks the configuration and the weights.
        Model model = ModelFile.Load(path);
        using SafetensorsReader file = SafetensorsReader.Open(path);
        if (!file.Metadata.TryGetValue(TextKey, out string? json)
            || !file.Metadata.TryGetValue(HashKey, out string? expected))
        {
            throw new InvalidFileException(
                path, 0, "the file holds a model and no training, so that there is nothing to go on with",
                "Load it with Model.Load and train it anew, or use a checkpoint.");
        }

        var state = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(json));
        foreach ((string name, SafetensorsTensor tensor) in file.Tensors
            .Where(entry => entry.Key.StartsWith(ModelFile.TrainingPrefix, StringComparison.Ordinal))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            string shortName = name[ModelFile.TrainingPrefix.Length..];
            Tensor value = TensorBytes.Read(file, name, TensorBytes.SpecOf(file, tensor));
            state.Add(shortName, value);
            Append(hash, shortName, value.Spec, TensorBytes.Of(value));
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != expected)
        {
            throw new InvalidFileException(
                path, 0, "the state of training is not what was written: its SHA-256 differs",
                "The file is damaged or was edited; use another checkpoint.");
        }

        return (TextOf(json, path), state, model);
    }

    private static CheckpointText TextOf(string json, string path)
    {
        try
        {
            return ComponentJson.Read(json, s_text);
        }
        catch (JsonException exception)
        {
            throw new InvalidFileException(
                path, 0, $"the position of training cannot be read: {exception.Message.TrimEnd('.')}",
                "Use another checkpoint.", exception);
        }
    }

    private static void Append(IncrementalHash hash, string name, TensorSpec spec, byte[] bytes)
    {
        hash.AppendData(Encoding.UTF8.GetBytes($"{name}:{spec}\n"));
        hash.AppendData(bytes);
    }
}
