using System.Text.Json;

namespace Nabla.Configuration.Types;

internal sealed class OptionalType<T>(ConfigurationType<T> inner) : ConfigurationType<T?> where T : class
{
    internal override string Expected => $"{inner.Expected} or null";

    internal override void Write(ComponentWriter writer, T? value)
    {
        if (value is not null)
        {
            inner.Write(writer, value);
        }
        else
        {
            writer.Json.WriteNullValue();
        }
    }

    internal override T? Read(ConfigurationNode node) => node.Kind is JsonValueKind.Null ? null : inner.Read(node);
}
