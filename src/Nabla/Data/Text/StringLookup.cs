using Nabla.Data;

namespace Nabla;

/// <summary>Replaces texts by their places in a vocabulary, and places by texts again.</summary>
/// <remarks>
/// The first places, one by default, are for texts that the vocabulary does not have; with several, these are hashed to
/// one of them (FNV-1a of 64 bits, finalized as MurmurHash3 does). The texts of the vocabulary follow. As Keras's,
/// without its mask.
/// </remarks>
/// <example><code>
/// var lookup = new StringLookup();
/// lookup.Adapt(towns);
/// Tensor places = lookup.Encode(["Ulm", "Rome"]);        // int32 [2]
/// </code></example>
[Component("string_lookup")]
public sealed class StringLookup : Encoder
{
    /// <summary>What stands for an unknown text where places become texts.</summary>
    public const string UnknownToken = "[UNK]";

    private Vocabulary? _vocabulary;

    /// <summary>Creates the lookup.</summary>
    /// <param name="vocabulary">The known texts, all different; found by <see cref="Adapt"/> by default.</param>
    /// <param name="oovIndices">The places for unknown texts; with none, an unknown text is an error.</param>
    /// <param name="maxTokens">The most places of a vocabulary that is found; null for no limit.</param>
    /// <exception cref="ArgumentException">A text is twice in the vocabulary.</exception>
    public StringLookup(IReadOnlyList<string>? vocabulary = null, int oovIndices = 1, int? maxTokens = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oovIndices);
        if (maxTokens <= oovIndices)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxTokens), maxTokens, $"More places are needed than the {oovIndices} for unknown texts.");
        }

        OovIndices = oovIndices;
        MaxTokens = maxTokens;
        _vocabulary = vocabulary is null ? null : new Vocabulary([.. vocabulary], oovIndices);
    }

    /// <summary>The known texts; null before they were found.</summary>
    public IReadOnlyList<string>? Vocabulary => _vocabulary?.Texts;

    /// <summary>The places for unknown texts.</summary>
    public int OovIndices { get; }

    /// <summary>The most places of a vocabulary that is found.</summary>
    public int? MaxTokens { get; }

    /// <summary>The number of places: what an embedding needs.</summary>
    public int TokenCount => _vocabulary?.Count ?? OovIndices;

    /// <summary>Finds the vocabulary: the texts, the most frequent first, then in ordinal order.</summary>
    /// <param name="texts">The texts.</param>
    public void Adapt(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        int most = (MaxTokens ?? int.MaxValue) - OovIndices;
        _vocabulary = new Vocabulary(Data.Vocabulary.Of(texts.CountBy(text => text), most), OovIndices);
    }

    /// <summary>The places of texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>int32 [texts].</returns>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet.</exception>
    /// <exception cref="ArgumentException">A text is unknown, and there is no place for such.</exception>
    public Tensor Encode(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Vocabulary vocabulary = Required();
        return Tensor.From<int>([.. texts.Select(text => PlaceOf(vocabulary, text))]);
    }

    /// <summary>The texts of places; <see cref="UnknownToken"/> where a place is for unknown ones.</summary>
    /// <param name="places">Whole numbers, of any shape.</param>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public string[] Decode(Tensor places)
    {
        ArgumentNullException.ThrowIfNull(places);
        Vocabulary vocabulary = Required();
        return Array.ConvertAll(places.Cast(DType.Int64).ToArray<long>(), place =>
            place < 0 || place >= vocabulary.Count ? throw new ArgumentOutOfRangeException(
                nameof(places), place, $"There are {vocabulary.Count} places, from 0 to {vocabulary.Count - 1}.")
            : place < OovIndices ? UnknownToken : vocabulary.Texts[(int)place - OovIndices]);
    }

    private int PlaceOf(Vocabulary vocabulary, string text) =>
        vocabulary.TryFind(text, out int place) ? place
        : OovIndices > 0 ? StableHash.Bucket(text, OovIndices)
        : throw new ArgumentException(
            $"'{text}' is not in the vocabulary; leave a place for unknown texts with oovIndices: 1.", nameof(text));

    private Vocabulary Required() => _vocabulary ?? throw new InvalidOperationException(
        "The lookup has no vocabulary; give it one, or call Adapt with texts before it is used.");
}
