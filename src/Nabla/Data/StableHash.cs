using System.Text;

namespace Nabla.Data;

/// <summary>
/// A hash of text that is the same in every process and version: FNV-1a of 64 bits over UTF-8, then the finalizer of
/// MurmurHash3, which spreads the last bytes over all bits.
/// </summary>
/// <remarks>Sources: G. Fowler, L. C. Noll, K.-P. Vo, FNV, 1991; A. Appleby, MurmurHash3, 2011.</remarks>
internal static class StableHash
{
    private const ulong OffsetBasis = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;
    private const int StackLength = 512;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        int length = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = length <= StackLength ? stackalloc byte[StackLength] : new byte[length];
        ulong hash = OffsetBasis;
        foreach (byte value in bytes[..Encoding.UTF8.GetBytes(text, bytes)])
        {
            hash = (hash ^ value) * Prime;
        }

        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }

    /// <summary>The number of a text's bucket, from 0.</summary>
    public static int Bucket(ReadOnlySpan<char> text, int buckets) => (int)(Of(text) % (ulong)buckets);
}
