namespace Nabla.Data;

/// <summary>Numbers different texts in the order of their first appearance.</summary>
internal sealed class CategoryIndex
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The number of a text, which it gets if it has none.</summary>
    public int CodeOf(string text)
    {
        if (!_codes.TryGetValue(text, out int code))
        {
            code = _texts.Count;
            _codes.Add(text, code);
            _texts.Add(text);
        }

        return code;
    }
}
