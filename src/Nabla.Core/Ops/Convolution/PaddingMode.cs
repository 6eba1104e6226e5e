namespace Nabla;

/// <summary>What lies beyond the border of an image.</summary>
public enum PaddingMode
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The image mirrored at its outermost pixels, which are not repeated: <c>c b | a b c | b a</c>.</summary>
    Reflect,

    /// <summary>The outermost pixels: <c>a a | a b c | c c</c>.</summary>
    Replicate,

    /// <summary>The image again, from its other end: <c>b c | a b c | a b</c>.</summary>
    Circular,
}
