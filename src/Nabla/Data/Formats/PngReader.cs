using System.Buffers.Binary;
using System.IO.Compression;

namespace Nabla.Data.Formats;

/// <summary>Reads PNG pictures of every color type, depth and interlacing.</summary>
/// <remarks>
/// Checksums, the order and the lengths of chunks, and the size of the picture against what its data can hold are
/// checked before anything large is allocated. Color profiles and gamma are ignored: the numbers of the file come out.
/// Source: Portable Network Graphics (PNG) Specification, third edition, W3C.
/// </remarks>
public static class PngReader
{
    private const int ChunkOverhead = 12;
    private const int MaximumPaletteLength = 3 * 256;
    private const string Remedy = "The file is damaged; save it again.";

    /// <summary>The first bytes of every PNG file.</summary>
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file to read.</param>
    /// <returns>A picture of 1 (gray), 2 (gray, alpha), 3 (RGB) or 4 (RGB, alpha) channels.</returns>
    /// <exception cref="InvalidFileException">The file is no PNG file, cut short or damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static RasterImage Read(string path) =>
        Parse(path, WholeFile.Read(path, ImageDecoder.MaximumFileLength), RasterImage.MaximumPixels);

    /// <summary>Tells whether bytes start as a PNG file does.</summary>
    internal static bool HasSignature(ReadOnlySpan<byte> content) => content.StartsWith(Signature);

    /// <summary>Parses a whole file that lies in memory.</summary>
    internal static RasterImage Parse(string path, byte[] content, int maximumPixels = RasterImage.MaximumPixels)
    {
        if (!HasSignature(content))
        {
            throw new InvalidFileException(path, 0, "the file does not start as a PNG file does", Remedy);
        }

        PngHeader? header = null;
        byte[] palette = [];
        byte[]? transparency = null;
        using var data = new MemoryStream();
        bool dataEnded = false;
        for (int offset = Signature.Length; ;)
        {
            ReadOnlySpan<byte> chunk = Chunk(path, content, offset, out uint type);
            int start = offset + 8;
            if (header is null && type != PngChunk.Header)
            {
                throw new InvalidFileException(path, offset, "the first chunk is not IHDR", Remedy);
            }

            dataEnded |= data.Length > 0 && type != PngChunk.Data;
            switch (type)
            {
                case PngChunk.Header when header is null:
                    header = PngHeader.Parse(path, start, chunk, maximumPixels);
                    break;
                case PngChunk.Palette when palette.Length == 0 && data.Length == 0:
                    palette = ParsePalette(path, start, chunk);
                    break;
                case PngChunk.Transparency when transparency is null && data.Length == 0:
                    transparency = ParseTransparency(path, start, chunk, header!.Value, palette);
                    break;
                case PngChunk.Data when !dataEnded:
                    data.Write(chunk);
                    break;
                case PngChunk.End:
                    return Decode(path, header!.Value, palette, transparency, data, offset);
                default:
                    ThrowIfCritical(path, offset, type);
                    break;
            }

            offset += chunk.Length + ChunkOverhead;
        }
    }

    private static ReadOnlySpan<byte> Chunk(string path, byte[] content, int offset, out uint type)
    {
        ReadOnlySpan<byte> rest = content.AsSpan(offset);
        uint length = rest.Length < ChunkOverhead ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - ChunkOverhead)
        {
            throw new InvalidFileException(path, content.Length, "the file ends within a chunk", Remedy);
        }

        type = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
        uint expected = BinaryPrimitives.ReadUInt32BigEndian(rest[(int)(length + 8)..]);
        return Crc32.Compute(rest.Slice(4, (int)length + 4)) == expected
            ? rest.Slice(8, (int)length)
            : throw new InvalidFileException(
                path, offset, $"the checksum of chunk {PngChunk.Name(type)} is wrong", Remedy);
    }

    private static byte[] ParsePalette(string path, long offset, ReadOnlySpan<byte> chunk) =>
        chunk.Length is > 0 and <= MaximumPaletteLength && chunk.Length % 3 == 0
            ? chunk.ToArray()
            : throw new InvalidFileException(path, offset, $"a palette has no {chunk.Length} bytes", Remedy);

    private static byte[] ParseTransparency(
        string path, long offset, ReadOnlySpan<byte> chunk, PngHeader header, byte[] palette)
    {
        bool fits = header.ColorType switch
        {
            PngColorType.Palette => chunk.Length <= palette.Length / 3,
            PngColorType.Gray or PngColorType.Rgb => chunk.Length == 2 * header.Samples,
            _ => false,
        };
        return fits
            ? chunk.ToArray()
            : throw new InvalidFileException(path, offset, "the transparency does not fit the colors", Remedy);
    }

    // The fifth bit of the first letter tells chunks that may be skipped.
    private static void ThrowIfCritical(string path, long offset, uint type)
    {
        if ((type & 0x2000_0000) == 0)
        {
            throw new InvalidFileException(
                path, offset, $"chunk {PngChunk.Name(type)} is unknown, misplaced or repeated", Remedy);
        }
    }

    private static RasterImage Decode(
        string path, PngHeader header, byte[] palette, byte[]? transparency, MemoryStream data, long offset)
    {
        if (header.ColorType == PngColorType.Palette && palette.Length == 0)
        {
            throw new InvalidFileException(path, offset, "the palette is missing", Remedy);
        }

        if (!Deflate.IsReachable(header.ScanLength, data.Length))
        {
            throw new InvalidFileException(
                path, offset,
                $"{data.Length} bytes of data cannot hold a picture of {header.Width}x{header.Height}", Remedy);
        }

        data.Position = 0;
        try
        {
            using var rows = new ZLibStream(data, CompressionMode.Decompress);
            var samples = new PngSamples(header, palette, transparency);
            return PngRows.Read(path, offset, header, samples, rows);
        }
        catch (Exception exception) when (Deflate.IsDamage(exception))
        {
            throw new InvalidFileException(path, offset, "the compressed data is damaged", Remedy, exception);
        }
    }
}
