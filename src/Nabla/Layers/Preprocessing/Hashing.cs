namespace Nabla;

/// <summary>Replaces whole numbers, such as identifiers, by the buckets they are hashed to.</summary>
/// <remarks>
/// Nothing is kept and nothing learned; two numbers may share a bucket. The hash is
/// <c>((a · (x mod p) + b) mod p) mod bins</c> with p = 2³¹ − 1, and a and b from the salt: the same on every machine.
/// Source: J. L. Carter, M. N. Wegman, Universal classes of hash functions, 1979.
/// </remarks>
[Component("hashing")]
public sealed class Hashing : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="bins">The number of buckets.</param>
    /// <param name="salt">Chooses another hash, so that other numbers share buckets.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is less than 1.</exception>
    public Hashing(int bins, long salt = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Bins = bins;
        Salt = salt;
    }

    /// <summary>The number of buckets.</summary>
    public int Bins { get; }

    /// <summary>Chooses another hash.</summary>
    public long Salt { get; }

    /// <inheritdoc/>
    /// <returns>int32 from 0 to bins − 1, of the same shape.</returns>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …]
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType.IsInteger ? IntegerHash.Bucket(x, Bins, Salt) : throw new DTypeMismatchException(
            $"{Subject} expects whole numbers but got {x.Spec}; cast them with Cast(DType.Int64), or put numbers into "
            + "bins with a Discretization.", x.DType);
    }
}
