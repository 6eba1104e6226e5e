using System.Text.Json;

namespace Nabla.Configuration.Types;

internal sealed class BooleanType : ConfigurationType<bool>
{
    internal override string Expected => "true or false";

    internal override void Write(ComponentWriter writer, bool value) => writer.Json.WriteBooleanValue(value);

    internal override bool Read(ConfigurationNode node) => node.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw node.Unexpected(Expected),
    };
}
