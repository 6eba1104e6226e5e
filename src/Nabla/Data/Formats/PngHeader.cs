using System.Buffers.Binary;

namespace Nabla.Data.Formats;

/// <summary>The checked first chunk of a PNG file.</summary>
internal readonly record struct PngHeader(
    int Width, int Height, int BitDepth, PngColorType ColorType, bool IsInterlaced)
{
    /// <summary>The bytes of the chunk.</summary>
    public const int Length = 13;

    /// <summary>Samples a pixel in the file.</summary>
    public int Samples => ColorType switch
    {
        PngColorType.Rgb => 3,
        PngColorType.GrayAlpha => 2,
        PngColorType.RgbAlpha => 4,
        _ => 1,
    };

    /// <summary>The distance in bytes between a sample and the one that its filter refers to, at least 1.</summary>
    public int FilterStride => Math.Max(1, Samples * BitDepth / 8);

    /// <summary>The bytes of a row of so many pixels, without its filter byte.</summary>
    public int RowLength(int pixels) => (int)((((long)pixels * Samples * BitDepth) + 7) / 8);

    /// <summary>The bytes of all rows of all passes, with their filter bytes.</summary>
    public long ScanLength
    {
        get
        {
            long length = 0;
            foreach (PngPass pass in PngPass.Of(this))
            {
                length += pass.Width == 0 ? 0 : (long)pass.Height * (1 + RowLength(pass.Width));
            }

            return length;
        }
    }

    /// <summary>Parses the chunk.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="offset">Where the chunk's data starts, for messages.</param>
    /// <param name="data">The chunk's data.</param>
    /// <param name="maximumPixels">The largest picture that is read.</param>
    public static PngHeader Parse(string path, long offset, ReadOnlySpan<byte> data, int maximumPixels)
    {
        const string Remedy = "The file is damaged, or uses something that PNG does not define; save it again.";
        if (data.Length != Length)
        {
            throw new InvalidFileException(
                path, offset, $"the header has {data.Length} bytes instead of {Length}", Remedy);
        }

        uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        if (width == 0 || height == 0 || (ulong)width * height > (ulong)maximumPixels)
        {
            throw new InvalidFileException(
                path, offset, $"a picture of {width}x{height} has not 1 to {maximumPixels} pixels",
                "Make it smaller.");
        }

        int depth = data[8];
        var color = (PngColorType)data[9];
        bool isKnown = color switch
        {
            PngColorType.Gray => depth is 1 or 2 or 4 or 8 or 16,
            PngColorType.Palette => depth is 1 or 2 or 4 or 8,
            PngColorType.Rgb or PngColorType.GrayAlpha or PngColorType.RgbAlpha => depth is 8 or 16,
            _ => false,
        };
        if (!isKnown)
        {
            throw new InvalidFileException(
                path, offset + 8, $"color type {data[9]} with {depth} bits a sample does not exist", Remedy);
        }

        if (data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            throw new InvalidFileException(
                path, offset + 10, $"compression {data[10]}, filter {data[11]} or interlace {data[12]} is unknown",
                Remedy);
        }

        return new PngHeader((int)width, (int)height, depth, color, data[12] == 1);
    }
}
