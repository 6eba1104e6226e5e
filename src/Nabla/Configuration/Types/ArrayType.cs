namespace Nabla.Configuration.Types;

internal sealed class ArrayType<T>(ConfigurationType<T> item) : ConfigurationType<T[]>
{
    private readonly ListType<T> _list = new(item);

    internal override string Expected => _list.Expected;

    internal override void Write(ComponentWriter writer, T[] value) => _list.Write(writer, value);

    internal override T[] Read(ConfigurationNode node) => _list.ReadArray(node);
}
