namespace Nabla;

/// <summary>What <see cref="TextVectorization"/> does to a text before it is split.</summary>
public enum TextStandardization
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Letters become small ones, in the invariant culture.</summary>
    Lower,

    /// <summary>Punctuation and symbols are taken out.</summary>
    StripPunctuation,

    /// <summary>Both: the default, as in Keras.</summary>
    LowerAndStripPunctuation,
}
