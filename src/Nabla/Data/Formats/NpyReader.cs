using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Nabla.Data.Formats;

/// <summary>Reads the content of an NPY file from a stream that is not trusted.</summary>
internal static class NpyReader
{
    private const int LongestHeader = 1 << 16;
    private const string Remedy = "The file is damaged or no NPY file; save it again with numpy.save.";

    /// <summary>Reads an array that must fill the stream to its end.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="stream">The content.</param>
    /// <param name="length">The bytes of the content, as far as is known.</param>
    /// <param name="maximumRatio">How much less than that may have been stored.</param>
    public static Tensor Read(string path, Stream stream, long length, int maximumRatio)
    {
        NpyHeader header = ReadHeader(path, stream, out int headerLength);
        if (header.ByteCount() is not { } count)
        {
            throw new InvalidFileException(
                path, 0, $"an array of shape ({string.Join(", ", header.Shape)}) has more than {Array.MaxLength} bytes",
                "Split it into several.");
        }

        if (length != headerLength + (long)count)
        {
            throw new InvalidFileException(
                path, Math.Min(length, headerLength + (long)count),
                $"the header declares {headerLength + (long)count} bytes in all but there are {length}", Remedy);
        }

        byte[] bytes = Deflate.ReadAtMost(stream, count, length / maximumRatio, out int read);
        if (read < count || stream.ReadByte() >= 0)
        {
            throw new InvalidFileException(
                path, headerLength + (long)read, "the array is shorter or longer than its header declares", Remedy);
        }

        if (header.IsBigEndian)
        {
            for (int i = 0; i < bytes.Length; i += header.ElementSize)
            {
                bytes.AsSpan(i, header.ElementSize).Reverse();
            }
        }

        return ToTensor(path, header, bytes);
    }

    private static NpyHeader ReadHeader(string path, Stream stream, out int headerLength)
    {
        Span<byte> prefix = stackalloc byte[12];
        int read = stream.ReadAtLeast(prefix[..10], 10, throwOnEndOfStream: false);
        if (read < 10 || prefix[0] != 0x93 || !prefix[1..6].SequenceEqual("NUMPY"u8))
        {
            throw new InvalidFileException(path, 0, "the file does not start as NPY files do", Remedy);
        }

        int version = prefix[6];
        if (version is < 1 or > 3)
        {
            throw new InvalidFileException(
                path, 6, $"the file is of version {version} where 1 to 3 are read", "Save it with another NumPy.");
        }

        int prefixLength = version == 1 ? 10 : 12;
        read += stream.ReadAtLeast(prefix[10..prefixLength], prefixLength - 10, throwOnEndOfStream: false);
        long length = version == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(prefix[8..])
            : BinaryPrimitives.ReadUInt32LittleEndian(prefix[8..]);
        if (read < prefixLength || length > LongestHeader)
        {
            throw new InvalidFileException(
                path, 8, $"the header has {length} bytes where at most {LongestHeader} are read", Remedy);
        }

        byte[] header = new byte[(int)length];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            throw new InvalidFileException(path, prefixLength, "the file ends within its header", Remedy);
        }

        headerLength = prefixLength + header.Length;
        return NpyHeaderParser.Parse(path, header, prefixLength);
    }

    private static Tensor ToTensor(string path, NpyHeader header, byte[] bytes)
    {
        Shape shape = Shape.Create(header.IsFortran ? [.. header.Shape.Reverse()] : header.Shape);
        Tensor tensor = header.Type switch
        {
            "b1" => Convert<byte, bool>(bytes, shape, value => value != 0),
            "u1" => Tensor.From(bytes, shape),
            "i1" => Convert<sbyte, int>(bytes, shape, value => value),
            "i2" => Convert<short, int>(bytes, shape, value => value),
            "u2" => Convert<ushort, int>(bytes, shape, value => value),
            "i4" => Tensor.From<int>(MemoryMarshal.Cast<byte, int>(bytes), shape),
            "u4" => Convert<uint, long>(bytes, shape, value => value),
            "i8" => Tensor.From<long>(MemoryMarshal.Cast<byte, long>(bytes), shape),
            "u8" => Convert<ulong, long>(bytes, shape, value => value <= long.MaxValue ? (long)value :
                throw new InvalidFileException(
                    path, 0, $"the array holds {value}, which is beyond int64",
                    "Convert it to float64, as with array.astype(numpy.float64).")),
            "f2" => Convert<Half, float>(bytes, shape, value => (float)value),
            "f4" => Tensor.From<float>(MemoryMarshal.Cast<byte, float>(bytes), shape),
            _ => Tensor.From<double>(MemoryMarshal.Cast<byte, double>(bytes), shape),
        };
        return header.IsFortran && shape.Rank > 1
            ? tensor.Permute([.. Enumerable.Range(0, shape.Rank).Reverse()]).Evaluate()
            : tensor;
    }

    private static Tensor Convert<TFile, T>(byte[] bytes, Shape shape, Func<TFile, T> convert)
        where TFile : unmanaged
        where T : unmanaged
    {
        ReadOnlySpan<TFile> elements = MemoryMarshal.Cast<byte, TFile>(bytes);
        var converted = new T[elements.Length];
        for (int i = 0; i < converted.Length; i++)
        {
            converted[i] = convert(elements[i]);
        }

        return Tensor.From(converted, shape);
    }
}
