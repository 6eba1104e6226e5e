namespace Nabla.Data.Formats;

/// <summary>What stands at the start of an NPY file.</summary>
/// <param name="Type">Kind and size of elements, such as <c>f4</c>.</param>
/// <param name="IsBigEndian">Whether the first byte of an element is its highest.</param>
/// <param name="IsFortran">Whether the first axis runs fastest.</param>
/// <param name="Shape">The extents.</param>
internal sealed record NpyHeader(string Type, bool IsBigEndian, bool IsFortran, long[] Shape)
{
    /// <summary>The bytes of one element.</summary>
    public int ElementSize => Type[1] - '0';

    /// <summary>The types that are read.</summary>
    public static readonly string[] Types = ["b1", "u1", "i1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8"];

    /// <summary>The bytes of all elements; null if they are more than an array holds.</summary>
    public int? ByteCount()
    {
        // An extent of 0 empties the array, however large the others are.
        if (Shape.Contains(0))
        {
            return 0;
        }

        long count = ElementSize;
        foreach (long extent in Shape)
        {
            if (extent > Array.MaxLength / count)
            {
                return null;
            }

            count *= extent;
        }

        return (int)count;
    }
}
