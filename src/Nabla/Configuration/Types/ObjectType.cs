namespace Nabla.Configuration.Types;

/// <summary>An object that is no component, so that its class is known where it is read.</summary>
internal sealed class ObjectType<T> : ConfigurationType<T> where T : class, ISelfDescribing<T>
{
    internal override string Expected => $"an object that describes {typeof(T).Name}";

    internal override void Write(ComponentWriter writer, T value)
    {
        writer.StartObject();
        writer.WriteSelf(value);
        writer.Json.WriteEndObject();
    }

    internal override T Read(ConfigurationNode node)
    {
        var reader = new ComponentReader(node, node.Members(Expected), typeof(T).Name, version: 1);
        return reader.ReadAll(static members => members.ReadSelf<T>());
    }
}
