using System.Buffers.Binary;

namespace Nabla.Data.Formats;

/// <summary>The tables that a JPEG file has defined so far.</summary>
internal sealed class JpegTables
{
    /// <summary>How many tables of each kind there may be at once.</summary>
    public const int Count = 4;

    private const int CodeLengths = 16;
    private const int LargestCode = 256;

    private readonly ushort[]?[] _divisors = new ushort[Count][];
    private readonly JpegHuffmanTable?[] _constant = new JpegHuffmanTable[Count];
    private readonly JpegHuffmanTable?[] _varying = new JpegHuffmanTable[Count];

    /// <summary>From the place in zigzag order to the place in a block.</summary>
    public static ReadOnlySpan<byte> Natural =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63,
    ];

    /// <summary>The quantization table of a number, in zigzag order.</summary>
    public ushort[]? Divisors(int number) => _divisors[number];

    /// <summary>The Huffman table for constant coefficients.</summary>
    public JpegHuffmanTable? Constant(int number) => number < Count ? _constant[number] : null;

    /// <summary>The Huffman table for the other coefficients.</summary>
    public JpegHuffmanTable? Varying(int number) => number < Count ? _varying[number] : null;

    /// <summary>Reads quantization tables.</summary>
    public bool TryAddDivisors(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            int number = data[0] & 15, size = (data[0] >> 4) + 1;
            if (number >= Count || size > 2 || data.Length < 1 + (size * JpegComponent.BlockLength))
            {
                return false;
            }

            var table = new ushort[JpegComponent.BlockLength];
            for (int i = 0; i < table.Length; i++)
            {
                table[i] = size == 1 ? data[1 + i] : BinaryPrimitives.ReadUInt16BigEndian(data[(1 + (2 * i))..]);
            }

            _divisors[number] = table;
            data = data[(1 + (size * JpegComponent.BlockLength))..];
        }

        return true;
    }

    /// <summary>Reads Huffman tables.</summary>
    public bool TryAddCodes(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            int number = data[0] & 15, kind = data[0] >> 4;
            if (number >= Count || kind > 1 || data.Length < 1 + CodeLengths)
            {
                return false;
            }

            ReadOnlySpan<byte> counts = data.Slice(1, CodeLengths);
            int symbols = 0;
            foreach (byte count in counts)
            {
                symbols += count;
            }

            data = data[(1 + CodeLengths)..];
            if (symbols > LargestCode || symbols > data.Length
                || JpegHuffmanTable.Create(counts, data[..symbols]) is not { } table)
            {
                return false;
            }

            (kind == 0 ? _constant : _varying)[number] = table;
            data = data[symbols..];
        }

        return true;
    }
}
