using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Nabla.Data.Formats;

/// <summary>Writes the content of an NPY file of version 1.</summary>
internal static class NpyWriter
{
    private const int Alignment = 64;
    private const int PrefixLength = 10;
    private const int LongestExtent = 21;

    public static void Write(Stream stream, Tensor tensor)
    {
        stream.Write(Header(tensor));
        switch (tensor.DType)
        {
            case DType.Float32:
                WriteElements<float>(stream, tensor);
                break;
            case DType.Float64:
                WriteElements<double>(stream, tensor);
                break;
            case DType.Int32:
                WriteElements<int>(stream, tensor);
                break;
            case DType.Int64:
                WriteElements<long>(stream, tensor);
                break;
            case DType.UInt8:
                WriteElements<byte>(stream, tensor);
                break;
            default:
                WriteElements<bool>(stream, tensor);
                break;
        }
    }

    private static byte[] Header(Tensor tensor)
    {
        string type = tensor.DType switch
        {
            DType.Float32 => "<f4",
            DType.Float64 => "<f8",
            DType.Int32 => "<i4",
            DType.Int64 => "<i8",
            DType.UInt8 => "|u1",
            _ => "|b1",
        };

        // As Python prints a tuple, whose comma tells a single element from a number in parentheses.
        string shape = string.Join(", ", tensor.Shape) + (tensor.Rank == 1 ? "," : "");
        string text = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({shape}), }}";

        // As NumPy, with room for the first extent to grow, and at least one space.
        int growth = tensor.Rank == 0 ? 0 : LongestExtent - $"{tensor.Shape[0]}".Length;
        int length = ((PrefixLength + text.Length + growth + 1) / Alignment * Alignment) + Alignment;
        byte[] header = new byte[length];
        header.AsSpan().Fill((byte)' ');
        header[0] = 0x93;
        "NUMPY\u0001\0"u8.CopyTo(header.AsSpan(1));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), checked((ushort)(length - PrefixLength)));
        Encoding.ASCII.GetBytes(text, header.AsSpan(PrefixLength));
        header[^1] = (byte)'\n';
        return header;
    }

    private static void WriteElements<T>(Stream stream, Tensor tensor) where T : unmanaged
    {
        const int Part = 1 << 20;
        ReadOnlySpan<T> elements = tensor.ToArray<T>();
        for (int start = 0; start < elements.Length; start += Part)
        {
            stream.Write(MemoryMarshal.AsBytes(elements.Slice(start, Math.Min(Part, elements.Length - start))));
        }
    }
}
