namespace Nabla;

/// <summary>What <see cref="CategoryEncoding"/> makes of the numbers of categories.</summary>
public enum CategoryMode
{
    /// <summary>Each number becomes a vector with a 1 at its place.</summary>
    OneHot,

    /// <summary>The numbers of the last axis become one vector with a 1 at the place of each.</summary>
    MultiHot,

    /// <summary>The numbers of the last axis become one vector that says how often each is there.</summary>
    Count,
}
