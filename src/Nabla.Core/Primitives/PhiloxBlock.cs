namespace Nabla.Primitives;

/// <summary>The four words that <see cref="Philox"/> makes of one counter.</summary>
/// <param name="Word0">The first word.</param>
/// <param name="Word1">The second word.</param>
/// <param name="Word2">The third word.</param>
/// <param name="Word3">The fourth word.</param>
public readonly record struct PhiloxBlock(uint Word0, uint Word1, uint Word2, uint Word3)
{
    /// <summary>The word at <paramref name="index"/>, 0 to 3.</summary>
    public uint this[int index] => index switch
    {
        0 => Word0,
        1 => Word1,
        2 => Word2,
        3 => Word3,
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "A block has words 0 to 3."),
    };

    /// <summary>Words 0 (high) and 1 (low) as one number.</summary>
    public ulong FirstPair => ((ulong)Word0 << 32) | Word1;

    /// <summary>Words 2 (high) and 3 (low) as one number.</summary>
    public ulong SecondPair => ((ulong)Word2 << 32) | Word3;
}
