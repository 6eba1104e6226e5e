namespace Nabla;

/// <summary>An index among the data that names no element.</summary>
/// <remarks>
/// Found when the operation runs, because indices are data; the program's variables are as they were before.
/// </remarks>
public sealed class IndexOutOfBoundsException : ArgumentOutOfRangeException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operation">The operation that looked the index up.</param>
    /// <param name="layerPath">The layer that recorded it, or null.</param>
    /// <param name="position">The row-major position of the index among the indices.</param>
    /// <param name="value">The index.</param>
    /// <param name="limit">The number of elements that there are: indices are below it.</param>
    public IndexOutOfBoundsException(string operation, string? layerPath, long position, long value, long limit)
        : base(
            null,
            $"{operation}{(layerPath is null ? "" : $" in layer '{layerPath}'")} got the index {value} "
            + $"at position {position}, but "
            + (limit == 0 ? "there are no elements" : $"indices run from 0 to {limit - 1}")
            + "; check how the indices were made, or enlarge what they point into.")
    {
        (Operation, LayerPath, Position, Value, Limit) = (operation, layerPath, position, value, limit);
    }

    /// <summary>The operation that looked the index up.</summary>
    public string Operation { get; }

    /// <summary>The layer that recorded it, or null.</summary>
    public string? LayerPath { get; }

    /// <summary>The row-major position of the index among the indices.</summary>
    public long Position { get; }

    /// <summary>The index.</summary>
    public long Value { get; }

    /// <summary>The number of elements that there are.</summary>
    public long Limit { get; }
}
