using System.Text.Json;

namespace Nabla.Configuration.Types;

internal sealed class ListType<T>(ConfigurationType<T> item) : ConfigurationType<IReadOnlyList<T>>
{
    internal override string Expected => $"a list, each item {item.Expected}";

    internal override void Write(ComponentWriter writer, IReadOnlyList<T> value)
    {
        writer.StartArray();
        foreach (T element in value)
        {
            item.Write(writer, element);
        }

        writer.Json.WriteEndArray();
    }

    internal override IReadOnlyList<T> Read(ConfigurationNode node) => ReadArray(node);

    internal T[] ReadArray(ConfigurationNode node) => node.Kind is JsonValueKind.Array
        ? [.. node.Element.EnumerateArray().Select((element, index) => item.Read(node.Item(index, element)))]
        : throw node.Unexpected(Expected);
}
