namespace Nabla;

/// <summary>What an indexer takes of one axis: one element, a range of them, or an instruction about axes.</summary>
/// <remarks>
/// An <see cref="int"/> or <see cref="Index"/> picks one element and drops the axis, a <see cref="Range"/> keeps a part
/// of it, a pair of a range and a step takes every step-th element, backwards for a negative step.
/// <see cref="Ellipsis"/> stands for all axes that are not named, and <see cref="NewAxis"/> inserts one of extent 1.
/// Axes at the end that are not named stay whole.
/// </remarks>
/// <example><code>
/// Tensor last = x[^1], corner = x[..2, ..2], columns = x[TensorIndex.Ellipsis, 0], reversed = x[(.., -1)];
/// </code></example>
public readonly struct TensorIndex : IEquatable<TensorIndex>
{
    private TensorIndex(TensorIndexKind kind, Range range, int step) => (Kind, Range, Step) = (kind, range, step);

    /// <summary>All axes that the other indices do not name.</summary>
    public static TensorIndex Ellipsis { get; } = new(TensorIndexKind.Ellipsis, .., 1);

    /// <summary>A new axis of extent 1.</summary>
    public static TensorIndex NewAxis { get; } = new(TensorIndexKind.NewAxis, .., 1);

    /// <summary>What kind of index this is.</summary>
    internal TensorIndexKind Kind { get; }

    /// <summary>The elements taken; for one element, its place is the start.</summary>
    internal Range Range { get; }

    /// <summary>The distance between the elements taken.</summary>
    internal int Step { get; }

    /// <summary>One element, counted from the start.</summary>
    public static implicit operator TensorIndex(int index) =>
        new(TensorIndexKind.Element, index < 0 ? throw Negative(index) : index.., 1);

    /// <summary>One element, counted from the start or the end.</summary>
    public static implicit operator TensorIndex(Index index) => new(TensorIndexKind.Element, index.., 1);

    /// <summary>A range of elements.</summary>
    public static implicit operator TensorIndex(Range range) => new(TensorIndexKind.Range, range, 1);

    /// <summary>
    /// Every step-th element of a range; a negative step walks through it backwards, from its last element.
    /// </summary>
    public static implicit operator TensorIndex((Range Range, int Step) slice) =>
        new(TensorIndexKind.Range, slice.Range, slice.Step);

    /// <inheritdoc/>
    public bool Equals(TensorIndex other) => Kind == other.Kind && Range.Equals(other.Range) && Step == other.Step;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TensorIndex other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Range, Step);

    /// <summary>Equality of kind, range and step.</summary>
    public static bool operator ==(TensorIndex left, TensorIndex right) => left.Equals(right);

    /// <summary>Inequality of kind, range or step.</summary>
    public static bool operator !=(TensorIndex left, TensorIndex right) => !left.Equals(right);

    /// <summary>The index as it is written.</summary>
    public override string ToString() => Kind switch
    {
        TensorIndexKind.Element => Range.Start.ToString(),
        TensorIndexKind.Range => Step == 1 ? Range.ToString() : $"({Range}, {Step})",
        _ => Kind.ToString(),
    };

    private static ArgumentOutOfRangeException Negative(int index) => new(
        nameof(index), $"{index} is no index; count from the end with ^, as in x[^{-(long)index}].");
}
