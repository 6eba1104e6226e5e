namespace Nabla;

/// <summary>What <see cref="TextVectorization"/> makes of the tokens of a text.</summary>
public enum TextOutput
{
    /// <summary>Their places in order, for an embedding: 0 is padding, 1 an unknown token.</summary>
    Indices,

    /// <summary>A vector with a 1 for each token that is there; the first place is for unknown ones.</summary>
    MultiHot,

    /// <summary>A vector that says how often each token is there; the first place is for unknown ones.</summary>
    Count,

    /// <summary>As <see cref="Count"/>, each number times the weight of its token; rare ones weigh more.</summary>
    TfIdf,
}
