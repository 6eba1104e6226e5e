using System.Text.Json;

namespace Nabla.Configuration;

/// <summary>A value of a configuration as it stands in the text, with its place there.</summary>
internal readonly record struct ConfigurationNode(JsonElement Element, ConfigurationPath? Path)
{
    private const int ShownLength = 40;

    public JsonValueKind Kind => Element.ValueKind;

    public ConfigurationNode Member(string name, JsonElement element) => new(element, new(Path, name, 0));

    public ConfigurationNode Item(int index, JsonElement element) => new(element, new(Path, null, index));

    /// <summary>The members of an object, each once.</summary>
    public Dictionary<string, JsonElement> Members(string expected)
    {
        if (Kind is not JsonValueKind.Object)
        {
            throw Unexpected(expected);
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        try
        {
            foreach (JsonProperty property in Element.EnumerateObject())
            {
                if (!members.TryAdd(property.Name, property.Value))
                {
                    throw Invalid($"the member '{property.Name}' is there twice");
                }
            }
        }
        catch (InvalidOperationException exception)
        {
            throw Invalid("the name of a member is not valid Unicode", exception);
        }

        return members;
    }

    /// <summary>The characters of a text.</summary>
    public string Text(string expected)
    {
        try
        {
            return Kind is JsonValueKind.String ? Element.GetString()! : throw Unexpected(expected);
        }
        catch (InvalidOperationException exception)
        {
            // An escape such as \ud800 that is half a character.
            throw Invalid("the text is not valid Unicode", exception);
        }
    }

    public JsonException Unexpected(string expected)
    {
        string raw = Element.GetRawText();
        return Invalid(
            $"expected {expected} but got {(raw.Length > ShownLength ? $"{raw.AsSpan(0, ShownLength)}…" : raw)}");
    }

    public JsonException Invalid(string problem, Exception? cause = null) =>
        new($"{ConfigurationPath.Prefix(Path)}{problem}", cause);
}
