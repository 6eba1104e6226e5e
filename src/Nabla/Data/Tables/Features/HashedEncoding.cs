using Nabla.Data;

namespace Nabla;

/// <summary>A column of so many categories that several share a feature, chosen by a hash.</summary>
/// <remarks>
/// The hash is FNV-1a of 64 bits over UTF-8, finalized as MurmurHash3 does, modulo the buckets: the same in every
/// process and version. Source: K. Weinberger et al., Feature Hashing for Large Scale Multitask Learning, 2009.
/// </remarks>
/// <param name="name">The name of the column.</param>
/// <param name="buckets">The number of features; at least 2.</param>
[Component("hashed")]
public sealed class HashedEncoding(string name, int buckets) : ColumnEncoding(name)
{
    /// <summary>The number of features.</summary>
    public int Buckets { get; } = buckets >= 2 ? buckets : throw new ArgumentOutOfRangeException(
        nameof(buckets), buckets, "There are at least 2 buckets; 64 are usual.");

    /// <inheritdoc/>
    public override int Width => Buckets;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FeatureNames =>
        [.. Enumerable.Range(0, Buckets).Select(bucket => FormattableString.Invariant($"{Name} # {bucket}"))];

    /// <inheritdoc/>
    public override string Description => $"many categories, hashed to {Buckets} features";

    internal override void Encode(TableColumn column, Span<float> destination, int stride)
    {
        int[] categories = Categories(column);
        for (int row = 0, place = 0; row < categories.Length; row++, place += stride)
        {
            if (categories[row] > 0)
            {
                destination[place + categories[row] - 1] = 1;
            }
        }
    }

    internal override int[] Categories(TableColumn column)
    {
        var categories = new int[column.Count];
        for (int row = 0; row < categories.Length; row++)
        {
            categories[row] = column.Text(row) is { } text ? StableHash.Bucket(text, Buckets) + 1 : 0;
        }

        return categories;
    }
}
