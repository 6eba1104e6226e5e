using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>Writes an activation as its name.</summary>
internal sealed class ActivationConverter : JsonConverter<Activation>
{
    public override Activation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Activation.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Activation value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
