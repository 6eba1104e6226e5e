using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Nabla.Configuration;

/// <summary>
/// Writes a component as <c>{"type": kind, "version": n, …}</c> and reads it back by way of its registry.
/// </summary>
internal abstract class ComponentConverter<TBase>(ComponentRegistry<TBase> registry) : JsonConverter<TBase>
    where TBase : class
{
    private const string TypeProperty = "type";
    private const string VersionProperty = "version";

    public override TBase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement element = JsonElement.ParseValue(ref reader);
        if (element.ValueKind is not JsonValueKind.Object
            || !element.TryGetProperty(TypeProperty, out JsonElement kind) || kind.ValueKind is not JsonValueKind.String
            || !element.TryGetProperty(VersionProperty, out JsonElement version)
            || !version.TryGetInt32(out int number))
        {
            throw new JsonException("expected an object with a type and a version");
        }

        JsonTypeInfo configuration = registry.EntryOf(kind.GetString()!, number).Configuration;
        return (TBase)(element.Deserialize(configuration) ?? throw new JsonException("expected an object"));
    }

    public override void Write(Utf8JsonWriter writer, TBase value, JsonSerializerOptions options)
    {
        ComponentRegistry<TBase>.Entry entry = registry.EntryOf(value);
        writer.WriteStartObject();
        writer.WriteString(TypeProperty, entry.Kind);
        writer.WriteNumber(VersionProperty, entry.Version);
        JsonElement configuration = JsonSerializer.SerializeToElement(value, entry.Configuration);
        foreach (JsonProperty property in configuration.EnumerateObject())
        {
            property.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
