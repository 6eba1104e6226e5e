using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>A short immutable list compared by value, so that records that hold one compare by value too.</summary>
/// <typeparam name="T">
/// The element type: <see cref="int"/> for axes, <see cref="long"/> for strides and extents.
/// </typeparam>
[CollectionBuilder(typeof(Axes), nameof(Axes.Create))]
public readonly struct Axes<T> : IEquatable<Axes<T>> where T : IEquatable<T>
{
    private readonly T[]? _values;

    internal Axes(T[] values) => _values = values;

    /// <summary>The number of values.</summary>
    public int Count => _values?.Length ?? 0;

    /// <summary>The values.</summary>
    public ReadOnlySpan<T> Span => _values;

    /// <summary>The value at an index.</summary>
    public T this[int index] => _values![index];

    /// <summary>Whether the list holds a value.</summary>
    public bool Contains(T value) => Span.Contains(value);

    /// <summary>Takes over an array; the caller does not write to it afterwards.</summary>
    public static implicit operator Axes<T>(T[] values) => new(values);

    /// <summary>A list of one value, which stands for all axes where there is one number for each.</summary>
    public static implicit operator Axes<T>(T value) => new([value]);

    /// <inheritdoc/>
    public bool Equals(Axes<T> other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Axes<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (T value in Span)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality of all values.</summary>
    public static bool operator ==(Axes<T> left, Axes<T> right) => left.Equals(right);

    /// <summary>Inequality of any value.</summary>
    public static bool operator !=(Axes<T> left, Axes<T> right) => !left.Equals(right);

    /// <summary>Enumerates the values.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    /// <summary>The values in brackets.</summary>
    public override string ToString() => $"[{string.Join(", ", _values ?? [])}]";
}
