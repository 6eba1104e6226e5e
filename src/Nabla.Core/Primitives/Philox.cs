using System.Text;

namespace Nabla.Primitives;

/// <summary>Philox4x32-10, the counter-based generator behind every random number: a word is a function of key, stream
/// and element index.</summary>
/// <remarks>
/// <para>A block is four 32-bit words from a 64-bit key and a 128-bit counter. The low half of the counter is the block
/// index, the high half the stream (a step number). Nothing is drawn in sequence, so any part of a tensor can be filled
/// anywhere, in any order.</para>
/// <para>The order of words is fixed for good. Of 32-bit numbers, element e is word <c>(e mod 64) / 16</c> of block
/// <c>16 ⌊e / 64⌋ + e mod 16</c>: sixteen lanes evaluated side by side fill 64 elements in a row. Of float64 numbers,
/// which take two words, element e is pair <c>(e mod 32) / 16</c> (words 0, 1 or 2, 3; the first is the high half) of
/// block <c>16 ⌊e / 32⌋ + e mod 16</c>.</para>
/// <para>J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.</para>
/// </remarks>
public static class Philox
{
    /// <summary>Elements of 32 bits that sixteen blocks side by side fill.</summary>
    public const int GroupLength = 64;

    /// <summary>Blocks side by side.</summary>
    public const int GroupBlocks = 16;

    internal const uint FirstMultiplier = 0xd2511f53;
    internal const uint SecondMultiplier = 0xcd9e8d57;
    internal const uint FirstKeyStep = 0x9e3779b9;
    internal const uint SecondKeyStep = 0xbb67ae85;
    internal const int Rounds = 10;

    private const int PairGroupLength = 32;
    private const float TwoToMinus24 = 5.9604645e-8f;
    private const double TwoToMinus53 = 1.1102230246251565e-16;

    /// <summary>The key of a layer: seed and path mixed so that no two of either meet.</summary>
    /// <remarks>
    /// <c>SplitMix64(SplitMix64(seed) xor FNV-1a-64(UTF-8 of path))</c>, where SplitMix64(z) is one output of that
    /// generator from state z.
    /// </remarks>
    /// <param name="seed">The user's seed.</param>
    /// <param name="path">The structural path of the layer and purpose, for example <c>encoder.2.dropout</c>.</param>
    public static ulong Key(ulong seed, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        ulong hash = 0xcbf29ce484222325;
        foreach (byte unit in Encoding.UTF8.GetBytes(path))
        {
            hash = unchecked((hash ^ unit) * 0x100000001b3);
        }

        return SplitMix(SplitMix(seed) ^ hash);
    }

    /// <summary>The four words of one block.</summary>
    /// <param name="key">The key; its low half is the first key word.</param>
    /// <param name="index">The low half of the counter: counter words 0 and 1.</param>
    /// <param name="stream">The high half of the counter: counter words 2 and 3.</param>
    public static PhiloxBlock Block(ulong key, ulong index, ulong stream)
    {
        uint firstKey = (uint)key;
        uint secondKey = (uint)(key >> 32);
        var block = new PhiloxBlock((uint)index, (uint)(index >> 32), (uint)stream, (uint)(stream >> 32));
        for (int round = 0; round < Rounds; round++)
        {
            ulong first = (ulong)FirstMultiplier * block.Word0;
            ulong second = (ulong)SecondMultiplier * block.Word2;
            block = new PhiloxBlock(
                (uint)(second >> 32) ^ block.Word1 ^ firstKey, (uint)second,
                (uint)(first >> 32) ^ block.Word3 ^ secondKey, (uint)first);
            firstKey = unchecked(firstKey + FirstKeyStep);
            secondKey = unchecked(secondKey + SecondKeyStep);
        }

        return block;
    }

    /// <summary>The word of an element.</summary>
    public static uint Word(ulong key, ulong stream, ulong element) =>
        Block(key, BlockOf(element), stream)[(int)(element % GroupLength / GroupBlocks)];

    /// <summary>A float32 uniform in [0, 1): the top 24 bits of the word times 2⁻²⁴.</summary>
    public static float UniformSingle(ulong key, ulong stream, ulong element) =>
        (Word(key, stream, element) >> 8) * TwoToMinus24;

    /// <summary>A float64 uniform in [0, 1): the top 53 bits of the pair times 2⁻⁵³.</summary>
    public static double UniformDouble(ulong key, ulong stream, ulong element)
    {
        PhiloxBlock block = Block(key, PairBlockOf(element), stream);
        return ((IsSecondPair(element) ? block.SecondPair : block.FirstPair) >> 11) * TwoToMinus53;
    }

    /// <summary>A float32 normal of mean 0 and deviation 1, by <see cref="PhiloxBoxMuller"/>: word 0 goes with 1 and
    /// word 2 with 3.</summary>
    public static float NormalSingle(ulong key, ulong stream, ulong element)
    {
        PhiloxBlock block = Block(key, BlockOf(element), stream);
        int word = (int)(element % GroupLength / GroupBlocks);
        PhiloxBoxMuller.Single(block[word & 2], block[word | 1], out float even, out float odd);
        return (word & 1) == 0 ? even : odd;
    }

    /// <summary>A float64 normal of mean 0 and deviation 1, by <see cref="PhiloxBoxMuller"/>: the pairs of a block go
    /// together.</summary>
    public static double NormalDouble(ulong key, ulong stream, ulong element)
    {
        PhiloxBlock block = Block(key, PairBlockOf(element), stream);
        PhiloxBoxMuller.Double(block.FirstPair, block.SecondPair, out double even, out double odd);
        return IsSecondPair(element) ? odd : even;
    }

    private static ulong BlockOf(ulong element) => (element / GroupLength * GroupBlocks) + (element % GroupBlocks);

    private static ulong PairBlockOf(ulong element) =>
        (element / PairGroupLength * GroupBlocks) + (element % GroupBlocks);

    private static bool IsSecondPair(ulong element) => element % PairGroupLength >= GroupBlocks;

    private static ulong SplitMix(ulong state)
    {
        unchecked
        {
            state += 0x9e3779b97f4a7c15;
            state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
            state = (state ^ (state >> 27)) * 0x94d049bb133111eb;
            return state ^ (state >> 31);
        }
    }
}
