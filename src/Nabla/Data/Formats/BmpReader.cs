using System.Buffers.Binary;

namespace Nabla.Data.Formats;

/// <summary>
/// Reads BMP pictures of 1, 4, 8, 16, 24 and 32 bits a pixel, plain or, of 8 bits, run-length encoded.
/// </summary>
/// <remarks>
/// Palettes become their colors. An alpha channel comes out where the header defines one. Source: Microsoft, Bitmap
/// storage; Bitmap header types.
/// </remarks>
public static class BmpReader
{
    private const string Remedy = "The file is damaged; save it again.";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file to read.</param>
    /// <returns>A picture of 3 (RGB) or 4 (RGB, alpha) channels.</returns>
    /// <exception cref="InvalidFileException">The file is no BMP file that is read, cut short or damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static RasterImage Read(string path) =>
        Parse(path, WholeFile.Read(path, ImageDecoder.MaximumFileLength), RasterImage.MaximumPixels);

    /// <summary>Tells whether bytes start as a BMP file does.</summary>
    internal static bool HasSignature(ReadOnlySpan<byte> content) => content.StartsWith("BM"u8);

    /// <summary>Parses a whole file that lies in memory.</summary>
    internal static RasterImage Parse(string path, byte[] content, int maximumPixels)
    {
        if (!HasSignature(content))
        {
            throw Damaged(path, 0, "the file does not start as a BMP file does");
        }

        BmpHeader header = BmpHeader.Parse(path, content, maximumPixels);
        byte[] indices = header.IsRunLength ? BmpRuns.Expand(path, content, header) : content;
        int start = header.IsRunLength ? 0 : header.DataOffset;
        int stride = header.IsRunLength ? header.Width : header.Stride;
        if (start + ((long)stride * header.Height) > indices.Length)
        {
            throw Damaged(path, content.Length, "the file ends before the picture does");
        }

        int channels = header.AlphaMask == 0 ? 3 : 4;
        byte[] pixels = new byte[header.Width * header.Height * channels];
        for (int y = 0; y < header.Height; y++)
        {
            ReadOnlySpan<byte> row = indices.AsSpan(start + (y * stride), stride);
            int place = header.IsTopDown ? y : header.Height - 1 - y;
            Span<byte> target = pixels.AsSpan(place * header.Width * channels, header.Width * channels);
            if (!TryRow(header, row, target, channels))
            {
                throw Damaged(path, start + (y * (long)stride), "a pixel has no entry in the palette");
            }
        }

        return new RasterImage(header.Width, header.Height, channels, pixels);
    }

    internal static InvalidFileException Damaged(string path, long offset, string problem) =>
        new(path, offset, problem, Remedy);

    private static bool TryRow(in BmpHeader header, ReadOnlySpan<byte> row, Span<byte> target, int channels)
    {
        for (int x = 0; x < header.Width; x++)
        {
            Span<byte> pixel = target.Slice(x * channels, channels);
            if (header.Bits <= 8)
            {
                int bit = x * header.Bits;
                int index = (row[bit >> 3] >> (8 - header.Bits - (bit & 7))) & ((1 << header.Bits) - 1);
                if ((index + 1) * header.EntryLength > header.Palette.Length)
                {
                    return false;
                }

                ReadOnlySpan<byte> entry = header.Palette.AsSpan(index * header.EntryLength, 3);
                (pixel[0], pixel[1], pixel[2]) = (entry[2], entry[1], entry[0]);
                continue;
            }

            if (header.Bits == 24)
            {
                (pixel[0], pixel[1], pixel[2]) = (row[(3 * x) + 2], row[(3 * x) + 1], row[3 * x]);
                continue;
            }

            uint value = header.Bits == 16
                ? BinaryPrimitives.ReadUInt16LittleEndian(row[(2 * x)..])
                : BinaryPrimitives.ReadUInt32LittleEndian(row[(4 * x)..]);
            pixel[0] = Part(value, header.RedMask);
            pixel[1] = Part(value, header.GreenMask);
            pixel[2] = Part(value, header.BlueMask);
            if (channels == 4)
            {
                pixel[3] = Part(value, header.AlphaMask);
            }
        }

        return true;
    }

    // Stretched so that all bits set are 255.
    private static byte Part(uint value, uint mask)
    {
        if (mask == 0)
        {
            return 0;
        }

        int shift = System.Numerics.BitOperations.TrailingZeroCount(mask);
        ulong largest = mask >> shift, part = (value & mask) >> shift;
        return (byte)(((part * byte.MaxValue) + (largest / 2)) / largest);
    }
}
