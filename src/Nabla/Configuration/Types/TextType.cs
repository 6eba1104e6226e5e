namespace Nabla.Configuration.Types;

internal sealed class TextType<T> : ConfigurationType<T> where T : IConfigurationText<T>
{
    internal override string Expected => $"the name of {typeof(T).Name}";

    internal override void Write(ComponentWriter writer, T value) => writer.Json.WriteStringValue(value.Name);

    internal override T Read(ConfigurationNode node)
    {
        try
        {
            return T.Parse(node.Text(Expected));
        }
        catch (ArgumentException exception)
        {
            throw node.Invalid(exception.Message, exception);
        }
    }
}
