namespace Nabla.Data;

/// <summary>Texts with a place each, and some places before them for texts that are unknown.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _places;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Gives each text a place.</summary>
    /// <param name="texts">The known texts, all different.</param>
    /// <param name="start">The place of the first one.</param>
    public Vocabulary(IReadOnlyList<string> texts, int start)
    {
        Texts = texts;
        Start = start;
        _places = new Dictionary<string, int>(texts.Count, StringComparer.Ordinal);
        foreach (string text in texts)
        {
            if (!_places.TryAdd(text, start + _places.Count))
            {
                throw new ArgumentException(
                    $"'{text}' is twice in the vocabulary; name each text once.", nameof(texts));
            }
        }

        _lookup = _places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<string> Texts { get; }

    /// <summary>The place of the first known text.</summary>
    public int Start { get; }

    /// <summary>The number of all places.</summary>
    public int Count => Start + Texts.Count;

    public bool TryFind(ReadOnlySpan<char> text, out int place) => _lookup.TryGetValue(text, out place);

    /// <summary>The different texts, the most frequent first, then in ordinal order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<KeyValuePair<string, int>> counts, int most) =>
    [
        .. counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => entry.Key).Take(most),
    ];
}
