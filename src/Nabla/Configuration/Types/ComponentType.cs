using System.Text.Json;

namespace Nabla.Configuration.Types;

/// <summary>A component of any kind of its family, as <c>{"type": kind, "version": n, …}</c>.</summary>
/// <param name="type">The family, or a class within it.</param>
internal sealed class ComponentType<T>(Type type) : ConfigurationType<T> where T : class
{
    private const string KindMember = "type";
    private const string VersionMember = "version";
    private const string Form = "an object with a type and a version";

    internal override string Expected => $"a {ComponentRegistry.FamilyOf(type).Name}";

    internal override void Write(ComponentWriter writer, T value)
    {
        ComponentEntry entry = ComponentRegistry.EntryOf(value);
        writer.StartObject();
        writer.Json.WriteString(KindMember, entry.Kind);
        writer.Json.WriteNumber(VersionMember, entry.Version);
        entry.Write(writer, value);
        writer.Json.WriteEndObject();
    }

    internal override T Read(ConfigurationNode node)
    {
        Dictionary<string, JsonElement> members = node.Members($"{Expected}, {Form},");
        if (!members.Remove(KindMember, out JsonElement kind) || kind.ValueKind is not JsonValueKind.String
            || !members.Remove(VersionMember, out JsonElement versionElement)
            || versionElement.ValueKind is not JsonValueKind.Number
            || !versionElement.TryGetInt32(out int version))
        {
            throw node.Unexpected(Form);
        }

        ComponentEntry entry = ComponentRegistry.EntryOf(
            type, node.Member(KindMember, kind).Text(Form), version, node);
        var reader = new ComponentReader(node, members, $"the {entry.Family.Name} '{entry.Kind}'", version);
        object component = reader.ReadAll(entry.Read);
        return type.IsInstanceOfType(component)
            ? (T)component
            : throw node.Invalid($"expected a {type.Name} but got the {entry.Family.Name} '{entry.Kind}'");
    }
}
