namespace Nabla;

/// <summary>What is known of a tensor before its numbers are: type and shape.</summary>
/// <param name="DType">The element type.</param>
/// <param name="Shape">The extents.</param>
public readonly record struct TensorSpec(DType DType, Shape Shape)
{
    /// <summary>Bytes of all elements.</summary>
    public long ByteCount => Shape.ElementCount * DType.Size;

    /// <summary>The bytes of all elements in words, as in <c>1.5 GiB</c>.</summary>
    internal string Size => ByteSize.Format(ByteCount);

    /// <summary>Type and shape, as in <c>float32[2, 3]</c>.</summary>
    public override string ToString() => $"{DType.ToString().ToLowerInvariant()}{Shape}";
}
