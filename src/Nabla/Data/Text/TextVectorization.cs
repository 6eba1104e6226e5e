using Nabla.Data;

namespace Nabla;

/// <summary>Makes tensors of texts: the places of their tokens in a vocabulary, or counts of them.</summary>
/// <remarks>
/// A text is standardized, cut into tokens, and its tokens are looked up. Runs of up to <see cref="NGrams"/> tokens are
/// tokens too, joined by a space (characters by nothing). The weight of a token is <c>ln(1 + n / (1 + d))</c> for d of
/// n texts that have it, and that of an unknown one the mean of all. Names, defaults and formulas are those of Keras;
/// tokens that are equally frequent stand in ordinal order.
/// </remarks>
/// <example><code>
/// var words = new TextVectorization(maxTokens: 10_000, sequenceLength: 200);
/// words.Adapt(reviews);
/// Tensor x = words.Encode(reviews);          // int32 [reviews, 200], for an embedding of words.TokenCount
/// </code></example>
[Component("text_vectorization")]
public sealed class TextVectorization : Encoder
{
    private readonly TextTokens _tokens;
    private Vocabulary? _vocabulary;

    /// <summary>Creates the encoder.</summary>
    /// <param name="maxTokens">The most places of a vocabulary that is found; null for no limit.</param>
    /// <param name="standardize">What is done to a text before it is split.</param>
    /// <param name="split">How a text is cut into tokens.</param>
    /// <param name="ngrams">Of how many tokens the longest run is a token too; 1 for none.</param>
    /// <param name="output">What becomes of the tokens.</param>
    /// <param name="sequenceLength">
    /// The length to which indices are padded or cut; null for that of the longest text of each call.
    /// </param>
    /// <param name="vocabulary">The known tokens, all different; found by <see cref="Adapt"/> by default.</param>
    /// <param name="weights">The weight of each known token, for <see cref="TextOutput.TfIdf"/> alone.</param>
    /// <exception cref="ArgumentException">A token is twice in the vocabulary, or weights do not fit it.</exception>
    public TextVectorization(
        int? maxTokens = null,
        TextStandardization standardize = TextStandardization.LowerAndStripPunctuation,
        TextSplit split = TextSplit.Whitespace,
        int ngrams = 1,
        TextOutput output = TextOutput.Indices,
        int? sequenceLength = null,
        IReadOnlyList<string>? vocabulary = null,
        IReadOnlyList<double>? weights = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ngrams, 1);
        Output = output;
        if (maxTokens <= FirstToken)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxTokens), maxTokens, $"More places are needed than the {FirstToken} that are no tokens.");
        }

        if (sequenceLength < 1 || (sequenceLength is not null && output is not TextOutput.Indices))
        {
            throw new ArgumentOutOfRangeException(
                nameof(sequenceLength), sequenceLength,
                "Indices have a length of at least 1, and vectors none; leave sequenceLength out.");
        }

        if (weights is not null && (output is not TextOutput.TfIdf || weights.Count != vocabulary?.Count))
        {
            throw new ArgumentException(
                $"{weights.Count} weights for {vocabulary?.Count ?? 0} tokens of output {output}; "
                + "give TextOutput.TfIdf a weight for each token, and any other none.", nameof(weights));
        }

        MaxTokens = maxTokens;
        Standardize = standardize;
        Split = split;
        NGrams = ngrams;
        SequenceLength = sequenceLength;
        Weights = weights is null ? null : [.. weights];
        _tokens = new TextTokens(standardize, split, ngrams);
        _vocabulary = vocabulary is null ? null : new Vocabulary([.. vocabulary], FirstToken);
    }

    /// <summary>The most places of a vocabulary that is found.</summary>
    public int? MaxTokens { get; }

    /// <summary>What is done to a text before it is split.</summary>
    public TextStandardization Standardize { get; }

    /// <summary>How a text is cut into tokens.</summary>
    public TextSplit Split { get; }

    /// <summary>Of how many tokens the longest run is a token too.</summary>
    public int NGrams { get; }

    /// <summary>What becomes of the tokens.</summary>
    public TextOutput Output { get; }

    /// <summary>The length to which indices are padded or cut.</summary>
    public int? SequenceLength { get; }

    /// <summary>The known tokens; null before they were found.</summary>
    public IReadOnlyList<string>? Vocabulary => _vocabulary?.Texts;

    /// <summary>The weight of each known token, where the output has weights.</summary>
    public IReadOnlyList<double>? Weights { get; private set; }

    /// <summary>The number of places: what an embedding needs, and how long a vector is.</summary>
    public int TokenCount => _vocabulary?.Count ?? FirstToken;

    // Before the tokens stands the place of unknown ones, and for indices that of padding, 0, before it.
    private int FirstToken => Output is TextOutput.Indices ? 2 : 1;

    /// <summary>Finds the vocabulary, the most frequent tokens first, and their weights.</summary>
    /// <param name="texts">The texts; read once.</param>
    public void Adapt(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var documents = new Dictionary<string, int>(StringComparer.Ordinal);
        int textCount = 0;
        foreach (string text in texts)
        {
            textCount++;
            foreach ((string token, int count) in _tokens.Of(text).CountBy(token => token))
            {
                counts[token] = counts.GetValueOrDefault(token) + count;
                documents[token] = documents.GetValueOrDefault(token) + 1;
            }
        }

        IReadOnlyList<string> known = Data.Vocabulary.Of(counts, (MaxTokens ?? int.MaxValue) - FirstToken);
        _vocabulary = new Vocabulary(known, FirstToken);
        Weights = Output is TextOutput.TfIdf
            ? [.. known.Select(token => Math.Log(1 + (textCount / (1.0 + documents[token]))))]
            : null;
    }

    /// <summary>What the tokens of texts become.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>int32 [texts, length] of places, or float32 [texts, <see cref="TokenCount"/>].</returns>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet.</exception>
    public Tensor Encode(params IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Vocabulary vocabulary = _vocabulary ?? throw new InvalidOperationException(
            "The text vectorization has no vocabulary; give it one, or call Adapt with texts before it is used.");
        return Output is TextOutput.Indices ? Indices(texts, vocabulary) : Vectors(texts, vocabulary);
    }

    private Tensor Indices(IReadOnlyList<string> texts, Vocabulary vocabulary)
    {
        int[][] rows = [.. texts.Select(text => Places(text, vocabulary).ToArray())];
        int length = SequenceLength ?? rows.Max(row => (int?)row.Length) ?? 0;
        int[] places = new int[checked(rows.Length * length)];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i].AsSpan(0, Math.Min(length, rows[i].Length)).CopyTo(places.AsSpan(i * length));
        }

        return Tensor.From(places, [rows.Length, length]);
    }

    private Tensor Vectors(IReadOnlyList<string> texts, Vocabulary vocabulary)
    {
        float[] vectors = new float[checked(texts.Count * vocabulary.Count)];
        double unknown = Weights is { Count: > 0 } all ? all.Average() : 0;
        for (int i = 0; i < texts.Count; i++)
        {
            Span<float> vector = vectors.AsSpan(i * vocabulary.Count, vocabulary.Count);
            foreach (int place in Places(texts[i], vocabulary))
            {
                vector[place] = Output is TextOutput.MultiHot ? 1 : vector[place] + 1;
            }

            for (int place = 0; place < vector.Length && Weights is not null; place++)
            {
                vector[place] *= (float)(place < FirstToken ? unknown : Weights[place - FirstToken]);
            }
        }

        return Tensor.From(vectors, [texts.Count, vocabulary.Count]);
    }

    private IEnumerable<int> Places(string text, Vocabulary vocabulary) =>
        _tokens.Of(text).Select(token => vocabulary.TryFind(token, out int place) ? place : FirstToken - 1);
}
