namespace Nabla.Configuration.Types;

internal sealed class StringType : ConfigurationType<string>
{
    internal override string Expected => "a text";

    internal override void Write(ComponentWriter writer, string value) => writer.Json.WriteStringValue(value);

    internal override string Read(ConfigurationNode node) => node.Text(Expected);
}
