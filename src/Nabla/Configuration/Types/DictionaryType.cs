namespace Nabla.Configuration.Types;

internal sealed class DictionaryType<T>(ConfigurationType<T> item)
    : ConfigurationType<IReadOnlyDictionary<string, T>>
{
    internal override string Expected => $"an object, each member {item.Expected}";

    internal override void Write(ComponentWriter writer, IReadOnlyDictionary<string, T> value)
    {
        writer.StartObject();
        foreach ((string key, T element) in value.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            writer.Json.WritePropertyName(key);
            item.Write(writer, element);
        }

        writer.Json.WriteEndObject();
    }

    internal override IReadOnlyDictionary<string, T> Read(ConfigurationNode node) => node.Members(Expected)
        .ToDictionary(
            entry => entry.Key, entry => item.Read(node.Member(entry.Key, entry.Value)), StringComparer.Ordinal);
}
