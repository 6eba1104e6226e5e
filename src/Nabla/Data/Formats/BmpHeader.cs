using System.Buffers.Binary;

namespace Nabla.Data.Formats;

/// <summary>The checked header of a BMP file.</summary>
internal readonly record struct BmpHeader(
    int Width, int Height, bool IsTopDown, int Bits, bool IsRunLength, int DataOffset, byte[] Palette, int EntryLength)
{
    private const int FileHeaderLength = 14;
    private const int CoreLength = 12;
    private const int InfoLength = 40;
    private const int LengthWithMasks = 52;
    private const int LengthWithAlpha = 56;
    private const int Plain = 0;
    private const int RunLength8 = 1;
    private const int Masks = 3;
    private const int MasksWithAlpha = 6;

    public uint RedMask { get; private init; } = Bits == 16 ? 0x7C00u : 0xFF0000u;

    public uint GreenMask { get; private init; } = Bits == 16 ? 0x03E0u : 0xFF00u;

    public uint BlueMask { get; private init; } = Bits == 16 ? 0x001Fu : 0xFFu;

    /// <summary>Where the opacity stands; 0 for nowhere.</summary>
    public uint AlphaMask { get; private init; }

    /// <summary>Bytes from one row to the next, a multiple of four.</summary>
    public int Stride => (int)((((long)Width * Bits) + 31) / 32 * 4);

    /// <summary>Parses the header.</summary>
    public static BmpHeader Parse(string path, ReadOnlySpan<byte> content, int maximumPixels)
    {
        uint length = content.Length < FileHeaderLength + 4 ? 0 : Int(content, FileHeaderLength);
        if (length < CoreLength || length > content.Length - FileHeaderLength
            || length is > CoreLength and < InfoLength)
        {
            throw BmpReader.Damaged(path, FileHeaderLength, "the header has no length of a BMP file");
        }

        ReadOnlySpan<byte> header = content.Slice(FileHeaderLength, (int)length);
        bool isCore = length == CoreLength;
        long width = isCore ? Short(header, 4) : (int)Int(header, 4);
        long height = isCore ? Short(header, 6) : (int)Int(header, 8);
        int bits = Short(header, isCore ? 10 : 14);
        uint compression = isCore ? Plain : Int(header, 16);
        long rows = Math.Abs(height);
        if (width < 1 || rows < 1 || width * rows > maximumPixels)
        {
            throw new InvalidFileException(
                path, FileHeaderLength, $"a picture of {width}x{rows} has not 1 to {maximumPixels} pixels",
                "Make it smaller.");
        }

        bool isKnown = compression switch
        {
            Plain => bits is 1 or 4 or 8 or 16 or 24 or 32,
            RunLength8 => bits == 8 && height > 0,
            Masks or MasksWithAlpha => bits is 16 or 32,
            _ => false,
        };
        if (!isKnown)
        {
            throw new InvalidFileException(
                path, FileHeaderLength, $"pixels of {bits} bits with compression {compression} are not read",
                "Save it without compression, or as PNG.");
        }

        uint data = Int(content, 10);
        int tables = FileHeaderLength + (int)length;
        if (data < tables || data > content.Length)
        {
            throw BmpReader.Damaged(path, 10, "the pixels lie outside of the file");
        }

        int entry = isCore ? 3 : 4;
        uint used = isCore || length < InfoLength ? 0 : Int(header, 32);
        int entries = bits > 8 ? 0 : (int)Math.Min(used == 0 ? 1u << bits : used, 1u << bits);
        byte[] palette = content.Slice(tables, (int)Math.Min((long)entries * entry, data - tables)).ToArray();
        var result = new BmpHeader(
            (int)width, (int)rows, height < 0, bits, compression == RunLength8, (int)data, palette, entry);
        return compression is Masks or MasksWithAlpha
            ? result.WithMasks(path, content, length, compression)
            : result;
    }

    // The masks are part of longer headers, and follow the short one.
    private BmpHeader WithMasks(string path, ReadOnlySpan<byte> content, uint length, uint compression)
    {
        const int Start = FileHeaderLength + InfoLength;
        bool hasAlpha = length >= LengthWithAlpha || compression == MasksWithAlpha;
        int end = hasAlpha ? LengthWithAlpha : LengthWithMasks;
        if (content.Length < FileHeaderLength + end)
        {
            throw BmpReader.Damaged(path, content.Length, "the file ends within the masks of colors");
        }

        return this with
        {
            RedMask = Int(content, Start),
            GreenMask = Int(content, Start + 4),
            BlueMask = Int(content, Start + 8),
            AlphaMask = hasAlpha ? Int(content, Start + 12) : 0,
        };
    }

    private static uint Int(ReadOnlySpan<byte> data, int offset) =>
        BinaryPrimitives.ReadUInt32LittleEndian(data[offset..]);

    private static ushort Short(ReadOnlySpan<byte> data, int offset) =>
        BinaryPrimitives.ReadUInt16LittleEndian(data[offset..]);
}
