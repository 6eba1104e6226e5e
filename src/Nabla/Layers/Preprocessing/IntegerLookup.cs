namespace Nabla;

/// <summary>Replaces whole numbers, such as codes of products, by their places in a vocabulary.</summary>
/// <remarks>
/// The first places, one by default, are for numbers that the vocabulary does not have; with several, these are hashed
/// to one of them. The numbers of the vocabulary follow. Each number is compared with the whole vocabulary, so that
/// tens of thousands of them want a <see cref="Hashing"/> instead. As Keras's, without its mask.
/// </remarks>
/// <example><code>
/// var lookup = new IntegerLookup();
/// lookup.Adapt(codes);                          // the vocabulary by frequency; it travels in the model's file
/// </code></example>
[Component("integer_lookup")]
public sealed class IntegerLookup : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="vocabulary">The known numbers, all different; found by <see cref="Adapt"/> by default.</param>
    /// <param name="oovIndices">The places for unknown numbers; at least 1.</param>
    /// <param name="maxTokens">The most places of a vocabulary that is found; null for no limit.</param>
    /// <exception cref="ArgumentException">A number is twice in the vocabulary.</exception>
    public IntegerLookup(IReadOnlyList<long>? vocabulary = null, int oovIndices = 1, int? maxTokens = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oovIndices, 1);
        if (maxTokens <= oovIndices)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxTokens), maxTokens, $"More places are needed than the {oovIndices} for unknown numbers.");
        }

        if (vocabulary is not null && vocabulary.Distinct().Count() != vocabulary.Count)
        {
            throw new ArgumentException("A number is twice in the vocabulary; name each once.", nameof(vocabulary));
        }

        Vocabulary = vocabulary;
        OovIndices = oovIndices;
        MaxTokens = maxTokens;
    }

    /// <summary>The known numbers; null before they were found.</summary>
    public IReadOnlyList<long>? Vocabulary { get; private set; }

    /// <summary>The places for unknown numbers.</summary>
    public int OovIndices { get; }

    /// <summary>The most places of a vocabulary that is found.</summary>
    public int? MaxTokens { get; }

    /// <summary>The number of places: what an embedding of the result needs.</summary>
    public int TokenCount => OovIndices + (Vocabulary?.Count ?? 0);

    /// <summary>Finds the vocabulary: the numbers of the data, the most frequent first, then the smaller.</summary>
    /// <remarks>Do it before the layer is part of a model that has been trained or asked.</remarks>
    /// <param name="data">Whole numbers, of any shape.</param>
    /// <exception cref="InvalidOperationException">The layer was used already.</exception>
    public void Adapt(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        CheckType(data);
        if (IsBuilt)
        {
            throw new InvalidOperationException(
                $"{Subject} was used with the vocabulary that it has; adapt a new layer instead.");
        }

        Vocabulary =
        [
            .. data.Cast(DType.Int64).ToArray<long>().CountBy(number => number)
                .OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key)
                .Select(entry => entry.Key)
                .Take((MaxTokens ?? int.MaxValue) - OovIndices),
        ];
    }

    /// <inheritdoc/>
    /// <returns>int32 from 0 to <see cref="TokenCount"/> − 1, of the same shape.</returns>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …]
    {
        ArgumentNullException.ThrowIfNull(x);
        CheckType(x);
        if (Vocabulary is not { Count: > 0 } vocabulary)
        {
            throw new InvalidOperationException(
                $"{Subject} has no vocabulary; give it one, or call Adapt with data before it is used.");
        }

        Tensor known = x.Cast(DType.Int64).ExpandAxis(-1).IsEqual(Tensor.From([.. vocabulary]));
        Tensor place = known.Cast(DType.Int32).ArgMax(-1).Cast(DType.Int32) + OovIndices;
        return known.Any(-1).Where(place, IntegerHash.Bucket(x, OovIndices, salt: 0));
    }

    private void CheckType(Tensor x)
    {
        if (!x.DType.IsInteger)
        {
            throw new DTypeMismatchException(
                $"{Subject} expects whole numbers but got {x.Spec}; cast them with Cast(DType.Int64).", x.DType);
        }
    }
}
