using System.Buffers.Binary;

namespace Nabla.Data.Formats;

/// <summary>Reads JPEG pictures: baseline and progressive, of 8 bits, gray, YCbCr, RGB, CMYK and YCCK.</summary>
/// <remarks>
/// The numbers are those of the Independent JPEG Group's library with its accurate transform and smooth upsampling;
/// CMYK
/// becomes RGB without a color profile. The picture is turned upright as its EXIF data says. A file that ends early or
/// holds impossible codes is refused, not repaired. Source: ITU-T T.81.
/// </remarks>
public static class JpegReader
{
    private const byte Marker = 0xFF;
    private const int MarkerLength = 2;
    private const int LargestScanCount = 128;
    private const string Remedy = "The file is damaged or was not copied whole; save it again.";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file to read.</param>
    /// <returns>A picture of 1 (gray) or 3 (RGB) channels.</returns>
    /// <exception cref="InvalidFileException">The file is no JPEG file that is read, cut short or damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static RasterImage Read(string path) =>
        Parse(path, WholeFile.Read(path, ImageDecoder.MaximumFileLength), RasterImage.MaximumPixels);

    /// <summary>Tells whether bytes start as a JPEG file does.</summary>
    internal static bool HasSignature(ReadOnlySpan<byte> content) => content is [Marker, 0xD8, Marker, ..];

    /// <summary>Parses a whole file that lies in memory.</summary>
    internal static RasterImage Parse(string path, byte[] content, int maximumPixels)
    {
        if (!HasSignature(content))
        {
            throw new InvalidFileException(path, 0, "the file does not start as a JPEG file does", Remedy);
        }

        JpegFrame? frame = null;
        var tables = new JpegTables();
        var colors = new JpegColorInformation();
        int restartInterval = 0, scans = 0;
        for (int offset = MarkerLength; ;)
        {
            byte code = NextMarker(path, content, ref offset);
            if (code == JpegMarker.End)
            {
                return frame is null || !JpegPlanes.AreComplete(frame)
                    ? throw Damaged(path, offset, "the picture is incomplete")
                    : JpegPlanes.Assemble(frame, colors);
            }

            ReadOnlySpan<byte> data = Segment(path, content, offset);
            int start = offset + MarkerLength;
            offset = start + data.Length;
            switch (code)
            {
                case JpegMarker.Baseline or JpegMarker.Extended or JpegMarker.Progressive when frame is null:
                    frame = JpegFrame.Parse(
                        path, start, data, code == JpegMarker.Progressive, content.Length, maximumPixels);
                    break;
                case JpegMarker.Divisors when !tables.TryAddDivisors(data):
                    throw Damaged(path, start, "a quantization table is impossible");
                case JpegMarker.Codes when !tables.TryAddCodes(data):
                    throw Damaged(path, start, "a Huffman table is impossible");
                case JpegMarker.RestartInterval:
                    restartInterval = data.Length == 2
                        ? BinaryPrimitives.ReadUInt16BigEndian(data)
                        : throw Damaged(path, start, "the restart interval does not have its length");
                    break;
                case JpegMarker.Scan when frame is not null && scans < LargestScanCount:
                    scans++;
                    JpegScan scan = JpegScan.Parse(path, start, data, frame, tables);
                    offset = JpegScanDecoder.Decode(path, content, offset, frame, scan, restartInterval);
                    break;
                default:
                    ThrowIfUnknown(path, start, code);
                    colors.Add(code, data);
                    break;
            }
        }
    }

    /// <summary>Makes the exception for a damaged file.</summary>
    internal static InvalidFileException Damaged(string path, long offset, string problem) =>
        new(path, offset, problem, Remedy);

    // Any number of 255 may stand before a marker, and after a scan some padding.
    private static byte NextMarker(string path, byte[] content, ref int offset)
    {
        for (; offset + 1 < content.Length; offset++)
        {
            byte code = content[offset + 1];
            if (content[offset] == Marker && code is not (0 or Marker) && !JpegMarker.IsRestart(code))
            {
                offset += MarkerLength;
                return code;
            }
        }

        throw Damaged(path, content.Length, "the file ends before the picture does");
    }

    private static ReadOnlySpan<byte> Segment(string path, byte[] content, int offset)
    {
        ReadOnlySpan<byte> rest = content.AsSpan(offset);
        int length = rest.Length < 2 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(rest);
        return length >= 2 && length <= rest.Length
            ? rest[2..length]
            : throw Damaged(path, content.Length, "the file ends within a segment");
    }

    private static void ThrowIfUnknown(string path, int offset, byte code)
    {
        if (JpegMarker.IsFrame(code))
        {
            throw new InvalidFileException(
                path, offset, $"the picture is of kind 0x{code:X2}, lossless, arithmetic or a second one in the file",
                "Convert it to a baseline or progressive JPEG picture, or to PNG.");
        }

        if (code == JpegMarker.Scan)
        {
            throw Damaged(path, offset, "a scan comes before the header, or there are too many");
        }
    }
}
