namespace Nabla;

/// <summary>How <see cref="TextVectorization"/> cuts a text into tokens.</summary>
public enum TextSplit
{
    /// <summary>At white space, into words.</summary>
    Whitespace,

    /// <summary>Into characters as they are seen: letters with their accents, whole emoji.</summary>
    Character,

    /// <summary>Not at all: a text is one token.</summary>
    None,
}
