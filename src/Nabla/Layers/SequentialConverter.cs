using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>
/// Writes a sequential model as an object with its layers; without this it would pass for a bare array.
/// </summary>
internal sealed class SequentialConverter : JsonConverter<Sequential>
{
    public override Sequential Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement element = JsonElement.ParseValue(ref reader);
        if (element.ValueKind is not JsonValueKind.Object
            || !element.TryGetProperty("layers", out JsonElement layers) || layers.ValueKind is not JsonValueKind.Array)
        {
            throw new JsonException("expected a list of layers");
        }

        var model = new Sequential
        {
            Name = element.TryGetProperty("name", out JsonElement name) ? name.GetString() : null,
            Seed = element.TryGetProperty("seed", out JsonElement seed) ? seed.GetInt64() : 0,
            Trainable = !element.TryGetProperty("trainable", out JsonElement trainable) || trainable.GetBoolean(),
        };
        foreach (JsonElement layer in layers.EnumerateArray())
        {
            model.Add(layer.Deserialize(LayerJson.Default.Layer) ?? throw new JsonException("expected a layer"));
        }

        return model;
    }

    public override void Write(Utf8JsonWriter writer, Sequential value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Name is { } name)
        {
            writer.WriteString("name", name);
        }

        writer.WriteNumber("seed", value.Seed);
        writer.WriteBoolean("trainable", value.Trainable);
        writer.WriteStartArray("layers");
        foreach (Layer layer in value)
        {
            JsonSerializer.Serialize(writer, layer, LayerJson.Default.Layer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
