namespace Nabla.Data.Formats;

/// <summary>Where one tensor lies in a safetensors file, and what it is.</summary>
public sealed class SafetensorsTensor
{
    internal SafetensorsTensor(string name, SafetensorsType type, long[] shape, long offset, long length)
    {
        Name = name;
        Type = type;
        Shape = shape;
        Offset = offset;
        Length = length;
    }

    /// <summary>The name, unique within its file.</summary>
    public string Name { get; }

    /// <summary>The type of the elements.</summary>
    public SafetensorsType Type { get; }

    /// <summary>The extents, outermost first; empty for a scalar. Elements lie in row-major order.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The first byte, counted from the start of the file.</summary>
    public long Offset { get; }

    /// <summary>The number of bytes: the product of the extents times the size of an element.</summary>
    public long Length { get; }

    /// <summary>Name, type and extents, as in <c>dense.weight F32[784, 128]</c>.</summary>
    public override string ToString() => $"{Name} {Type.FormatName()}[{string.Join(", ", Shape)}]";
}
