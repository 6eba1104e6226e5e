using System.Text.Json;

namespace Nabla.Configuration.Types;

internal sealed class NullableType<T>(ConfigurationType<T> inner) : ConfigurationType<T?> where T : struct
{
    internal override string Expected => $"{inner.Expected} or null";

    internal override void Write(ComponentWriter writer, T? value)
    {
        if (value is { } present)
        {
            inner.Write(writer, present);
        }
        else
        {
            writer.Json.WriteNullValue();
        }
    }

    internal override T? Read(ConfigurationNode node) => node.Kind is JsonValueKind.Null ? null : inner.Read(node);
}
