namespace Nabla.Data.Formats;

/// <summary>Names and sizes of the element types of safetensors files.</summary>
public static class SafetensorsTypes
{
    // In the order of the enumeration.
    private static readonly (string Name, int Size)[] s_types =
    [
        ("BOOL", 1), ("U8", 1), ("I8", 1), ("F8_E4M3", 1), ("F8_E5M2", 1),
        ("U16", 2), ("I16", 2), ("F16", 2), ("BF16", 2),
        ("U32", 4), ("I32", 4), ("F32", 4),
        ("U64", 8), ("I64", 8), ("F64", 8),
    ];

    /// <summary>The bytes of one element.</summary>
    /// <param name="type">An element type.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public static int SizeInBytes(this SafetensorsType type) => Entry(type).Size;

    /// <summary>The name that stands in the file, such as <c>F32</c>.</summary>
    /// <param name="type">An element type.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public static string FormatName(this SafetensorsType type) => Entry(type).Name;

    /// <summary>Finds the type that a file names; false for a name that is unknown.</summary>
    internal static bool TryParse(string name, out SafetensorsType type)
    {
        int index = Array.FindIndex(s_types, entry => string.Equals(entry.Name, name, StringComparison.Ordinal));
        type = (SafetensorsType)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>All names, for messages.</summary>
    internal static string AllNames => string.Join(", ", s_types.Select(entry => entry.Name));

    private static (string Name, int Size) Entry(SafetensorsType type) =>
        (uint)type < (uint)s_types.Length
            ? s_types[(int)type]
            : throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of safetensors files.");
}
