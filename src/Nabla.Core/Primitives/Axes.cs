namespace Nabla;

/// <summary>Makes <see cref="Axes{T}"/> from collection expressions.</summary>
public static class Axes
{
    /// <summary>A list of the given values.</summary>
    public static Axes<T> Create<T>(ReadOnlySpan<T> values) where T : IEquatable<T> => new(values.ToArray());

    /// <summary>
    /// Axes of <paramref name="shape"/> counted from the start, sorted; an empty list stands for all of them.
    /// </summary>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The shape has no such axis.</exception>
    public static Axes<int> Normalize(Shape shape, ReadOnlySpan<int> axes)
    {
        var result = new int[axes.IsEmpty ? shape.Rank : axes.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = axes.IsEmpty ? i : shape.Axis(axes[i]);
        }

        Array.Sort(result);
        for (int i = 1; i < result.Length; i++)
        {
            if (result[i] == result[i - 1])
            {
                throw new ArgumentException(
                    $"Axis {result[i]} of shape {shape} is named twice; name each axis once.", nameof(axes));
            }
        }

        return result;
    }
}
