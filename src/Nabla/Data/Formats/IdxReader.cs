using System.Buffers.Binary;
using System.IO.Compression;

namespace Nabla.Data.Formats;

/// <summary>Reads IDX files of unsigned bytes, the format of MNIST, plain or compressed with gzip.</summary>
/// <remarks>
/// <para>
/// A file is two zero bytes, a type code, the number of dimensions, the dimensions as big-endian 32-bit integers, then
/// the elements. The file must hold exactly what its header declares, to the byte.
/// </para>
/// <para>
/// The header alone never decides how much is allocated. A plain file is compared with its length, a compressed one
/// with the length in its gzip trailer and with what deflate can at most have made of it; beyond a plausible ratio the
/// buffer grows only as data arrives.
/// </para>
/// <para>Format: Y. LeCun, C. Cortes, C. J. C. Burges, The MNIST database of handwritten digits.</para>
/// </remarks>
public static class IdxReader
{
    private const byte UnsignedByteCode = 0x08;
    private const int MaximumRank = 8;
    private const int BufferLength = 1 << 16;
    private const int GzipTrailerLength = 8;
    private const string Remedy = "The file is damaged or no IDX file; fetch it again.";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file to read; whether it is compressed is seen from its first bytes.</param>
    /// <exception cref="InvalidFileException">
    /// The file is no IDX file of unsigned bytes, cut short or damaged.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IdxArray Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);

        // A pipe has no length before it is opened, and opening it waits for a writer.
        if (new FileInfo(path) is { Exists: true, Length: 0 })
        {
            throw new InvalidFileException(
                path, 0, "the file is empty, a pipe or a device", "Save what it is to hold into a file first.");
        }

        using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferLength,
            FileOptions.SequentialScan);
        if (!file.CanSeek)
        {
            throw new InvalidFileException(path, 0, "this is a pipe or a device", "Save it to a file first.");
        }

        bool isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isGzip ? ReadCompressed(path, file) : ReadPlain(path, file);
    }

    private static IdxArray ReadPlain(string path, FileStream file)
    {
        int[] dimensions = ReadHeader(path, file, out int headerLength, out int length);
        CheckLength(path, headerLength, length, file.Length);
        byte[] values = GC.AllocateUninitializedArray<byte>(length);
        int read = file.ReadAtLeast(values, length, throwOnEndOfStream: false);
        return read == length
            ? new IdxArray(dimensions, values)
            : throw new InvalidFileException(
                path, headerLength + read, "the file became shorter while it was read", Remedy);
    }

    private static IdxArray ReadCompressed(string path, FileStream file)
    {
        try
        {
            uint trailer = ReadGzipLength(path, file);
            using var content = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            int[] dimensions = ReadHeader(path, content, out int headerLength, out int length);

            // The decompressor accepts a missing trailer, and garbage after it. This finds both, before inflating.
            CheckTrailer(path, headerLength, length, trailer, file.Length);
            if (!Deflate.IsReachable(length, file.Length))
            {
                throw new InvalidFileException(
                    path, headerLength, $"{file.Length} compressed bytes cannot hold {length} elements", Remedy);
            }

            byte[] values = Deflate.ReadAtMost(content, length, file.Length, out int read);
            if (read < length)
            {
                throw new InvalidFileException(
                    path, headerLength + read, $"{read} of {length} bytes of elements are there", Remedy);
            }

            // Reading past the last element is also what makes the decompressor verify the checksum.
            return content.ReadByte() < 0
                ? new IdxArray(dimensions, values)
                : throw new InvalidFileException(
                    path, headerLength + (long)length, "more bytes follow the last element", Remedy);
        }
        catch (Exception exception) when (Deflate.IsDamage(exception))
        {
            throw new InvalidFileException(
                path, file.Position, "the gzip data is damaged (this offset is of the compressed file)", Remedy,
                exception);
        }
    }

    // Four bytes in the middle of compressed data say any length at all, as those at the end of a file cut short do.
    private static void CheckTrailer(string path, int headerLength, int length, uint trailer, long compressed)
    {
        if (trailer != (long)headerLength + length)
        {
            throw new InvalidFileException(
                path, compressed,
                $"the header declares {(long)headerLength + length} bytes in all but there are {trailer} by the last "
                + "four bytes of the gzip file, as when it is cut short", Remedy);
        }
    }

    // Modulo 2^32, which loses nothing: what is read has less than 2^31 bytes.
    private static uint ReadGzipLength(string path, FileStream file)
    {
        Span<byte> trailer = stackalloc byte[GzipTrailerLength];
        if (file.Length < GzipTrailerLength)
        {
            throw new InvalidFileException(path, file.Length, "the gzip file is cut short", Remedy);
        }

        file.Position = file.Length - GzipTrailerLength;
        file.ReadExactly(trailer);
        file.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
    }

    private static int[] ReadHeader(string path, Stream stream, out int headerLength, out int length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        ReadHeaderBytes(path, stream, 0, bytes);
        if (bytes[0] != 0 || bytes[1] != 0)
        {
            throw new InvalidFileException(path, 0, "the file does not start with the two zero bytes of IDX", Remedy);
        }

        if (bytes[2] != UnsignedByteCode)
        {
            throw new InvalidFileException(
                path, 2, $"the elements have the type code 0x{bytes[2]:X2} where 0x08 (unsigned byte) is read",
                "Convert the file to unsigned bytes, or check that it is the one you meant.");
        }

        int rank = bytes[3];
        if (rank is 0 or > MaximumRank)
        {
            throw new InvalidFileException(
                path, 3, $"the file has {rank} dimensions where 1 to {MaximumRank} are read", Remedy);
        }

        int[] dimensions = new int[rank];
        long product = 1;
        for (int axis = 0; axis < rank; axis++)
        {
            int offset = sizeof(int) * (axis + 1);
            ReadHeaderBytes(path, stream, offset, bytes);
            uint extent = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            product *= extent; // Both factors are below 2^32.
            if (extent > int.MaxValue || product > Array.MaxLength)
            {
                throw new InvalidFileException(
                    path, offset, $"dimension {axis} of {extent} makes more than {Array.MaxLength} elements", Remedy);
            }

            dimensions[axis] = (int)extent;
        }

        headerLength = sizeof(int) * (rank + 1);
        length = (int)product;
        return dimensions;
    }

    private static void ReadHeaderBytes(string path, Stream stream, int offset, Span<byte> bytes)
    {
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length)
        {
            throw new InvalidFileException(path, offset + read, "the file ends within its header", Remedy);
        }
    }

    private static void CheckLength(string path, int headerLength, int length, long actual)
    {
        long expected = headerLength + (long)length;
        if (actual != expected)
        {
            throw new InvalidFileException(
                path, Math.Min(actual, expected),
                $"the header declares {expected} bytes in all but there are {actual}", Remedy);
        }
    }
}
