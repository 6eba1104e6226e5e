namespace Nabla.Configuration.Types;

internal sealed class EnumType<T> : ConfigurationType<T> where T : struct, Enum
{
    internal override string Expected =>
        $"one of {string.Join(", ", Enum.GetNames<T>().Select(name => $"\"{name}\""))}";

    internal override void Write(ComponentWriter writer, T value) => writer.Json.WriteStringValue(value.ToString());

    // Written again it must be the same text: Enum.TryParse takes numbers and white space too.
    internal override T Read(ConfigurationNode node) =>
        Enum.TryParse(node.Text(Expected), out T value) && Enum.IsDefined(value)
        && value.ToString() == node.Text(Expected)
            ? value
            : throw node.Unexpected(Expected);
}
