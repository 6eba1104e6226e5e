using System.Buffers.Binary;
using System.IO.Compression;

namespace Nabla.Data.Formats;

/// <summary>Writes PNG pictures of eight bits a sample.</summary>
public static class PngWriter
{
    /// <summary>Writes a file, atomically (see <see cref="AtomicFile"/>).</summary>
    /// <param name="path">The file to create or to replace. Its folder must exist.</param>
    /// <param name="image">The picture.</param>
    /// <exception cref="FileWriteException">The file cannot be written; the old one is still there, whole.</exception>
    public static void Save(string path, RasterImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        AtomicFile.Write(path, stream => WriteTo(stream, image));
    }

    /// <summary>Writes the content of a file to a stream.</summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="image">The picture.</param>
    public static void WriteTo(Stream stream, RasterImage image)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(image);
        Span<byte> header = stackalloc byte[PngHeader.Length];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;
        header[9] = (byte)ColorType(image.Channels);
        header[10..].Clear();

        stream.Write(PngReader.Signature);
        WriteChunk(stream, PngChunk.Header, header);
        WriteChunk(stream, PngChunk.Data, Compress(image));
        WriteChunk(stream, PngChunk.End, []);
    }

    private static PngColorType ColorType(int channels) => channels switch
    {
        1 => PngColorType.Gray,
        2 => PngColorType.GrayAlpha,
        3 => PngColorType.Rgb,
        _ => PngColorType.RgbAlpha,
    };

    // Each row takes the filter that leaves the smallest differences,
    // the heuristic of the specification's section 12.7.
    private static byte[] Compress(RasterImage image)
    {
        using var compressed = new MemoryStream();
        using (var rows = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            int length = image.Width * image.Channels;
            byte[] candidate = new byte[length + 1];
            byte[] best = new byte[length + 1];
            ReadOnlySpan<byte> above = new byte[length];
            for (int y = 0; y < image.Height; y++)
            {
                ReadOnlySpan<byte> row = image.Pixels.AsSpan(y * length, length);
                long smallest = long.MaxValue;
                for (int filter = 0; filter < PngFilter.Count; filter++)
                {
                    candidate[0] = (byte)filter;
                    long sum = PngFilter.Apply(filter, row, above, image.Channels, candidate.AsSpan(1));
                    if (sum < smallest)
                    {
                        smallest = sum;
                        (candidate, best) = (best, candidate);
                    }
                }

                rows.Write(best);
                above = row;
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(Stream stream, uint type, ReadOnlySpan<byte> data)
    {
        Span<byte> prefix = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(prefix, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(prefix[4..], type);
        Span<byte> checksum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.Compute(data, Crc32.Compute(prefix[4..])));
        stream.Write(prefix);
        stream.Write(data);
        stream.Write(checksum);
    }
}
