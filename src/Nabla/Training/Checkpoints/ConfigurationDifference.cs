using System.Text.Json;

namespace Nabla;

/// <summary>What differs between two configurations, member by member.</summary>
internal static class ConfigurationDifference
{
    private const int Shown = 8;

    /// <summary>Checks that what a trainer has is configured as what a checkpoint holds.</summary>
    /// <param name="here">The configuration of what there is, as JSON.</param>
    /// <param name="saved">That of what was saved.</param>
    /// <param name="path">The checkpoint.</param>
    /// <param name="subject">What is compared.</param>
    /// <param name="remedy">How to mend a difference.</param>
    /// <exception cref="InvalidFileException">They differ; the message lists where.</exception>
    public static void Check(string here, string saved, string path, string subject, string remedy)
    {
        if (here == saved)
        {
            return;
        }

        var options = new JsonDocumentOptions { MaxDepth = ComponentJson.MaximumDepth };
        using JsonDocument first = JsonDocument.Parse(here, options), second = JsonDocument.Parse(saved, options);
        string[] differences = [.. Between(first.RootElement, second.RootElement, "")];
        if (differences.Length > 0)
        {
            string more = differences.Length > Shown ? $"; and {differences.Length - Shown} more" : "";
            throw new InvalidFileException(
                path, 0,
                $"the checkpoint is of another {subject}: {string.Join("; ", differences.Take(Shown))}{more}", remedy);
        }
    }

    private static IEnumerable<string> Between(JsonElement here, JsonElement saved, string place)
    {
        switch (here.ValueKind, saved.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object) when TypeOf(here) == TypeOf(saved):
                IEnumerable<string> names = here.EnumerateObject().Concat(saved.EnumerateObject())
                    .Select(member => member.Name).Distinct(StringComparer.Ordinal);
                return names.SelectMany(name => Between(Member(here, name), Member(saved, name), Joined(place, name)));
            case (JsonValueKind.Array, JsonValueKind.Array):
                int count = Math.Max(here.GetArrayLength(), saved.GetArrayLength());
                return Enumerable.Range(0, count)
                    .SelectMany(i => Between(Element(here, i), Element(saved, i), $"{place}[{i}]"));
            default:
                string mine = Text(here), other = Text(saved);
                return mine == other ? [] : [$"{place} is {mine} here and {other} in the file"];
        }
    }

    private static string Joined(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    private static string? TypeOf(JsonElement element) =>
        element.TryGetProperty("type", out JsonElement type) ? type.ToString() : null;

    private static JsonElement Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement member) ? member : default;

    private static JsonElement Element(JsonElement array, int index) =>
        index < array.GetArrayLength() ? array[index] : default;

    // Of a component, its kind says enough.
    private static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Object when TypeOf(element) is { } type => type,
        _ => element.GetRawText(),
    };
}
