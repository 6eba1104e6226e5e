using System.Collections;
using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>The extents of a tensor, outermost axis first. Immutable, compared by value.</summary>
/// <example><code>Shape s = [32, 28, 28];   // rank 3, 25088 elements</code></example>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IEquatable<Shape>, IReadOnlyList<long>
{
    private readonly long[]? _extents;

    private Shape(long[] extents) => _extents = extents;

    /// <summary>The shape of a single number: no axes, one element.</summary>
    public static Shape Scalar => default;

    /// <summary>A shape with the given extents.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An extent is negative, or the element count overflows 64 bits.
    /// </exception>
    public static Shape Create(ReadOnlySpan<long> extents)
    {
        if (extents.IsEmpty)
        {
            return default;
        }

        var shape = new Shape(extents.ToArray());
        long count = 1;
        bool overflows = false, isEmpty = false;
        foreach (long extent in extents)
        {
            if (extent < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(extents),
                    $"A shape has no negative extents, but got {shape}; write the extent that you mean.");
            }

            isEmpty |= extent == 0;
            overflows |= extent != 0 && count > MaxElements / extent;
            count = overflows ? count : count * Math.Max(extent, 1);
        }

        return overflows && !isEmpty
            ? throw new ArgumentOutOfRangeException(
                nameof(extents), $"A tensor of shape {shape} has more than 2^59 elements.")
            : shape;
    }

    /// <summary>Element counts stay below 2^59, so that byte counts and offsets fit in 64 bits.</summary>
    private const long MaxElements = 1L << 59;

    /// <summary>The number of axes.</summary>
    public int Rank => _extents?.Length ?? 0;

    /// <summary>The number of elements: the product of the extents.</summary>
    public long ElementCount
    {
        get
        {
            long count = 1;
            foreach (long extent in Extents)
            {
                count *= extent;
            }

            return count;
        }
    }

    /// <summary>The extents.</summary>
    public ReadOnlySpan<long> Extents => _extents;

    int IReadOnlyCollection<long>.Count => Rank;

    /// <summary>The extent of one axis; negative axes count from the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The shape has no such axis.</exception>
    public long this[int axis] => _extents is null ? throw NoSuchAxis(axis) : _extents[Axis(axis)];

    /// <summary>Turns an axis that may count from the end into one that counts from the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The shape has no such axis.</exception>
    public int Axis(int axis)
    {
        int rank = Rank;
        int index = axis < 0 ? axis + rank : axis;
        return (uint)index < (uint)rank ? index : throw NoSuchAxis(axis);
    }

    /// <summary>The shape that two operands share when the axes of one are stretched to meet the other's.</summary>
    /// <remarks>Axes are aligned at the end; extents must be equal or one of them 1.</remarks>
    public static bool TryBroadcast(Shape left, Shape right, out Shape result)
    {
        if (left.Equals(right) || right.Rank == 0)
        {
            result = left;
            return true;
        }

        int rank = Math.Max(left.Rank, right.Rank);
        var extents = new long[rank];
        for (int i = 1; i <= rank; i++)
        {
            long a = i <= left.Rank ? left._extents![^i] : 1;
            long b = i <= right.Rank ? right._extents![^i] : 1;
            if (a != b && a != 1 && b != 1)
            {
                result = default;
                return false;
            }

            extents[^i] = a == 1 ? b : a;
        }

        result = Create(extents);
        return true;
    }

    /// <summary>This shape with one axis replaced.</summary>
    public Shape With(int axis, long extent)
    {
        long[] extents = [.. Extents];
        extents[Axis(axis)] = extent;
        return Create(extents);
    }

    /// <summary>This shape without one axis.</summary>
    public Shape Without(int axis)
    {
        axis = Axis(axis);
        return Create([.. Extents[..axis], .. Extents[(axis + 1)..]]);
    }

    /// <summary>This shape with an axis inserted before <paramref name="axis"/>.</summary>
    public Shape Insert(int axis, long extent) => Create([.. Extents[..axis], extent, .. Extents[axis..]]);

    /// <inheritdoc/>
    public bool Equals(Shape other) =>
        ReferenceEquals(_extents, other._extents) || Extents.SequenceEqual(other.Extents);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (long extent in Extents)
        {
            hash.Add(extent);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality of all extents.</summary>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Inequality of any extent.</summary>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <summary>The extents in brackets, as in <c>[32, 28, 28]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", _extents ?? [])}]";

    /// <inheritdoc/>
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)(_extents ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ArgumentOutOfRangeException NoSuchAxis(int axis) => new(
        nameof(axis),
        $"Shape {this} has no axis {axis}; "
        + $"its axes are {(Rank == 0 ? "none" : $"0 to {Rank - 1}, or -{Rank} to -1 from the end")}.");
}
