namespace Nabla;

/// <summary>What lies beyond the border of an image when a pixel outside is asked for.</summary>
public enum FillMode
{
    /// <summary>The image mirrored at its border: <c>d c b a | a b c d | d c b a</c>.</summary>
    Reflect,

    /// <summary>A constant: <c>k k k k | a b c d | k k k k</c>.</summary>
    Constant,

    /// <summary>The pixel at the border: <c>a a a a | a b c d | d d d d</c>.</summary>
    Nearest,

    /// <summary>The image again: <c>a b c d | a b c d | a b c d</c>.</summary>
    Wrap,
}
