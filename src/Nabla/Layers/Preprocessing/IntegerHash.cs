namespace Nabla;

/// <summary>Hashes whole numbers in tensor language: the same buckets on every machine, in every version.</summary>
/// <remarks>
/// Computes <c>((a · (x mod p) + b) mod p) mod buckets</c> with p = 2³¹ − 1 and a, b from the salt; every product stays
/// below 2⁵³, so that no backend rounds. Source: J. L. Carter, M. N. Wegman, Universal classes of hash functions, 1979.
/// </remarks>
internal static class IntegerHash
{
    private const long Prime = (1L << 31) - 1;
    private const long SmallestFactor = 1 << 21;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    public static Tensor Bucket(Tensor x, int buckets, long salt) // x: whole numbers of any shape
    {
        ulong word = unchecked(((ulong)salt + 1) * Golden);
        long factor = SmallestFactor + (long)(word >> 43);
        long addend = (long)(word & 0x7FFFFFFF) % Prime;
        return ((((x.Cast(DType.Int64) % Prime) * factor) + addend) % Prime % buckets).Cast(DType.Int32);
    }
}
