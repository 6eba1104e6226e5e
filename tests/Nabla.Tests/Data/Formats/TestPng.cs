using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Nabla.Data.Formats;

namespace Nabla.Tests.Data.Formats;

/// <summary>Makes PNG files of every kind, in the words of the specification and not of the reader.</summary>
internal static class TestPng
{
    // Which pass transmits a pixel, by its place in an 8x8 block: the drawing of the specification.
    private static readonly string[] s_adam7 =
        ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"];

    /// <summary>Makes a file.</summary>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="depth">Bits a sample.</param>
    /// <param name="color">The color type of the file.</param>
    /// <param name="interlaced">Whether in seven passes.</param>
    /// <param name="samples">[height, width, samples].</param>
    /// <param name="extra">Chunks before the data.</param>
    public static byte[] Create(
        int width, int height, int depth, int color, bool interlaced, int[] samples,
        params (string Type, byte[] Data)[] extra)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)color, interlaced ? (byte)1 : (byte)0);
        byte[] data = Compress(Rows(width, height, depth, color, interlaced, samples));
        int half = data.Length / 2;
        return Join(
        [
            ("IHDR", header), .. extra, ("IDAT", data[..half]), ("IDAT", []), ("IDAT", data[half..]), ("tEXt", [1]),
            ("IEND", []),
        ]);
    }

    /// <summary>The samples a pixel of a color type.</summary>
    public static int Samples(int color) => color switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>Puts chunks with their checksums behind the signature.</summary>
    public static byte[] Join(params (string Type, byte[] Data)[] chunks)
    {
        List<byte> file = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        foreach ((string type, byte[] data) in chunks)
        {
            byte[] word = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
            file.AddRange(word);
            byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
            file.AddRange(body);
            BinaryPrimitives.WriteUInt32BigEndian(word, Crc32.Compute(body));
            file.AddRange(word);
        }

        return [.. file];
    }

    /// <summary>Compresses as PNG does.</summary>
    public static byte[] Compress(byte[] rows)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.Fastest))
        {
            zlib.Write(rows);
        }

        return stream.ToArray();
    }

    private static byte[] Rows(int width, int height, int depth, int color, bool interlaced, int[] samples)
    {
        int perPixel = Samples(color);
        int stride = Math.Max(1, perPixel * depth / 8);
        var stream = new List<byte>();
        int filter = 0;
        foreach (char pass in interlaced ? "1234567" : "*")
        {
            byte[]? above = null;
            for (int y = 0; y < height; y++)
            {
                int[] columns =
                    [.. Enumerable.Range(0, width).Where(x => !interlaced || s_adam7[y % 8][x % 8] == pass)];
                if (columns.Length == 0)
                {
                    continue;
                }

                IEnumerable<int> transmitted = columns.SelectMany(
                    x => samples.AsSpan(((y * width) + x) * perPixel, perPixel).ToArray());
                byte[] row = Pack(depth, transmitted);
                byte[] stored = new byte[row.Length];
                PngFilter.Apply(filter, row, above ?? new byte[row.Length], stride, stored);
                stream.Add((byte)filter);
                stream.AddRange(stored);
                above = row;
                filter = (filter + 1) % PngFilter.Count;
            }
        }

        return [.. stream];
    }

    private static byte[] Pack(int depth, IEnumerable<int> samples)
    {
        string bits = string.Concat(samples.Select(sample => Convert.ToString(sample, 2).PadLeft(depth, '0')));
        bits = bits.PadRight((bits.Length + 7) / 8 * 8, '0');
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(8 * i, 8), 2))];
    }
}
