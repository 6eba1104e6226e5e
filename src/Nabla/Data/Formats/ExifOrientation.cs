using System.Buffers.Binary;

namespace Nabla.Data.Formats;

/// <summary>Which way up a camera was held. Source: CIPA DC-008, Exif 2.3, tag 0x0112.</summary>
internal static class ExifOrientation
{
    /// <summary>The first row is the top, the first column is on the left.</summary>
    public const int Upright = 1;

    private const int Last = 8;
    private const ushort Tag = 0x0112;
    private const ushort ShortType = 3;
    private const int EntryLength = 12;

    /// <summary>Finds the orientation in EXIF data, a small TIFF file; without a sound one it is upright.</summary>
    public static int Find(ReadOnlySpan<byte> tiff)
    {
        bool isLittle = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || (!isLittle && !tiff.StartsWith("MM\0*"u8)))
        {
            return Upright;
        }

        uint start = isLittle
            ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..])
            : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2)
        {
            return Upright;
        }

        ReadOnlySpan<byte> entries = tiff[(int)(start + 2)..];
        for (int count = Short(tiff[(int)start..], isLittle); count > 0 && entries.Length >= EntryLength; count--)
        {
            if (Short(entries, isLittle) == Tag && Short(entries[2..], isLittle) == ShortType)
            {
                int value = Short(entries[8..], isLittle);
                return value is >= Upright and <= Last ? value : Upright;
            }

            entries = entries[EntryLength..];
        }

        return Upright;
    }

    /// <summary>Turns a picture upright.</summary>
    public static RasterImage Apply(RasterImage image, int orientation)
    {
        if (orientation == Upright)
        {
            return image;
        }

        // From 5 on rows and columns change places; the rest says which of them run backwards.
        bool isTransposed = orientation >= 5;
        bool flipsX = orientation is 2 or 3 or 7 or 8, flipsY = orientation is 3 or 4 or 6 or 7;
        (int width, int height) = isTransposed ? (image.Height, image.Width) : (image.Width, image.Height);
        byte[] pixels = new byte[image.Pixels.Length];
        int channels = image.Channels;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                (int column, int row) = isTransposed ? (y, x) : (x, y);
                column = flipsX ? image.Width - 1 - column : column;
                row = flipsY ? image.Height - 1 - row : row;
                int source = ((row * image.Width) + column) * channels, target = ((y * width) + x) * channels;
                for (int channel = 0; channel < channels; channel++)
                {
                    pixels[target + channel] = image.Pixels[source + channel];
                }
            }
        }

        return new RasterImage(width, height, channels, pixels);
    }

    private static ushort Short(ReadOnlySpan<byte> data, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt16LittleEndian(data)
        : BinaryPrimitives.ReadUInt16BigEndian(data);
}
