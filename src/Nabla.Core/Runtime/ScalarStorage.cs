using System.Runtime.InteropServices;

namespace Nabla.Runtime;

/// <summary>CLR numbers as elements in memory.</summary>
internal static class ScalarStorage
{
    /// <summary>The bytes of the largest element.</summary>
    public const int ElementBytes = 8;

    public static Storage Create(Backend backend, DType dtype, Scalar value)
    {
        Span<byte> bytes = stackalloc byte[ElementBytes];
        Write(dtype, value, bytes);
        Storage storage = backend.Allocate(dtype.Size);
        storage.CopyFrom(bytes[..dtype.Size]);
        return storage;
    }

    public static void Write(DType dtype, Scalar value, Span<byte> destination)
    {
        switch (dtype)
        {
            case DType.Float32:
                MemoryMarshal.Write(destination, (float)value.ToDouble());
                break;
            case DType.Float64:
                MemoryMarshal.Write(destination, value.ToDouble());
                break;
            case DType.Int64:
                MemoryMarshal.Write(destination, value.ToInt64());
                break;
            case DType.Int32:
                MemoryMarshal.Write(destination, unchecked((int)value.ToInt64()));
                break;
            case DType.UInt8:
                destination[0] = unchecked((byte)value.ToInt64());
                break;
            default:
                destination[0] = value.ToDouble() != 0 ? (byte)1 : (byte)0;
                break;
        }
    }
}
