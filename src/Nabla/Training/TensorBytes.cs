using System.Numerics;
using System.Runtime.InteropServices;
using Nabla.Data.Formats;

namespace Nabla;

/// <summary>Tensors as the bytes of files.</summary>
internal static class TensorBytes
{
    /// <summary>The elements in row-major order, little-endian as every machine that runs .NET.</summary>
    public static byte[] Of(Tensor tensor)
    {
        var bytes = new byte[tensor.Spec.ByteCount];
        tensor.Evaluate().Storage!.CopyTo(bytes);
        return bytes;
    }

    /// <summary>Reads a tensor of a file whose type and shape were checked.</summary>
    public static Tensor Read(SafetensorsReader file, string name, TensorSpec spec) => spec.DType switch
    {
        DType.Float32 => Read<float>(file, name, spec.Shape),
        DType.Float64 => Read<double>(file, name, spec.Shape),
        DType.Int32 => Read<int>(file, name, spec.Shape),
        DType.Int64 => Read<long>(file, name, spec.Shape),
        DType.UInt8 => Read<byte>(file, name, spec.Shape),
        _ => Read<byte>(file, name, spec.Shape).Cast(DType.Bool),
    };

    /// <summary>Whether all numbers are finite; whole numbers are.</summary>
    public static bool AreFinite(ReadOnlySpan<byte> bytes, DType dtype) => dtype switch
    {
        DType.Float32 => AreFinite(MemoryMarshal.Cast<byte, float>(bytes)),
        DType.Float64 => AreFinite(MemoryMarshal.Cast<byte, double>(bytes)),
        _ => true,
    };

    /// <summary>Type and shape of a file's tensor.</summary>
    /// <exception cref="InvalidFileException">Its type is none of ours.</exception>
    public static TensorSpec SpecOf(SafetensorsReader file, SafetensorsTensor tensor)
    {
        DType[] types = [.. Enum.GetValues<DType>().Where(type => TypeOf(type) == tensor.Type)];
        return types.Length > 0
            ? new TensorSpec(types[0], Shape.Create([.. tensor.Shape]))
            : throw new InvalidFileException(
                file.FilePath, tensor.Offset, $"the tensor {tensor} is of a type that Nabla does not compute with",
                ModelFile.Remedy);
    }

    /// <summary>The type of a file's elements that is ours.</summary>
    public static SafetensorsType TypeOf(DType dtype) => dtype switch
    {
        DType.Float32 => SafetensorsType.Float32,
        DType.Float64 => SafetensorsType.Float64,
        DType.Int32 => SafetensorsType.Int32,
        DType.Int64 => SafetensorsType.Int64,
        DType.UInt8 => SafetensorsType.UInt8,
        _ => SafetensorsType.Bool,
    };

    private static bool AreFinite<T>(ReadOnlySpan<T> numbers) where T : INumberBase<T>
    {
        foreach (T number in numbers)
        {
            if (!T.IsFinite(number))
            {
                return false;
            }
        }

        return true;
    }

    private static Tensor Read<T>(SafetensorsReader file, string name, Shape shape) where T : unmanaged
    {
        var elements = new T[shape.ElementCount];
        file.ReadBytes(name, MemoryMarshal.AsBytes(elements.AsSpan()));
        return Tensor.From(elements, shape);
    }
}
