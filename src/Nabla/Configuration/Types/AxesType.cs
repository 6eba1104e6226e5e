namespace Nabla.Configuration.Types;

internal sealed class AxesType<T>(ConfigurationType<T> item) : ConfigurationType<Axes<T>> where T : IEquatable<T>
{
    private readonly ListType<T> _list = new(item);

    internal override string Expected => _list.Expected;

    internal override void Write(ComponentWriter writer, Axes<T> value) => _list.Write(writer, value.Span.ToArray());

    internal override Axes<T> Read(ConfigurationNode node) => _list.ReadArray(node);
}
