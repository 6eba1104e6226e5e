namespace Nabla.Configuration.Types;

internal sealed class PaddingType : ConfigurationType<Padding>
{
    internal override string Expected =>
        "one of \"valid\", \"same\", \"causal\", or widths such as \"1\" and \"0,1:1,2 reflect\"";

    internal override void Write(ComponentWriter writer, Padding value) =>
        writer.Json.WriteStringValue(value.ToString());

    internal override Padding Read(ConfigurationNode node)
    {
        try
        {
            return Padding.Parse(node.Text(Expected));
        }
        catch (ArgumentException)
        {
            throw node.Unexpected(Expected);
        }
    }
}
