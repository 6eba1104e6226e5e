namespace Nabla.Data.Formats;

/// <summary>A Huffman code of a JPEG file, ready for looking up several bits at once.</summary>
internal sealed class JpegHuffmanTable
{
    /// <summary>How many bits are looked up at once; longer codes are rare.</summary>
    public const int LookupBits = 10;

    private const int LongestCode = 16;

    private readonly byte[] _symbols;
    private readonly ushort[] _lookup = new ushort[1 << LookupBits];
    private readonly int[] _lookupValues = new int[1 << LookupBits];
    private readonly int[] _endOfLength = new int[LongestCode + 1];
    private readonly int[] _offsetOfLength = new int[LongestCode + 1];

    private JpegHuffmanTable(byte[] symbols) => _symbols = symbols;

    /// <summary>For the next <see cref="LookupBits"/> bits: length of the code · 256 + symbol, or 0.</summary>
    public ReadOnlySpan<ushort> Lookup => _lookup;

    /// <summary>
    /// For the next bits, where the number that follows the code is among them: number · 65536 + zeros before it · 256
    /// + length of code and number; else 0.
    /// </summary>
    public ReadOnlySpan<int> LookupValues => _lookupValues;

    /// <summary>Makes a table; null where the lengths are those of no code.</summary>
    /// <param name="counts">How many codes there are of length 1 to 16.</param>
    /// <param name="symbols">The symbols in the order of their codes.</param>
    public static JpegHuffmanTable? Create(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        var table = new JpegHuffmanTable(symbols.ToArray());
        int code = 0, index = 0;
        for (int length = 1; length <= LongestCode; length++)
        {
            table._offsetOfLength[length] = index - code;
            for (int i = 0; i < counts[length - 1]; i++, code++, index++)
            {
                if (code >= 1 << length)
                {
                    return null;
                }

                table.Add(code, length, symbols[index]);
            }

            // Left-aligned to the longest code, so that one comparison tells whether a code is that short.
            table._endOfLength[length] = code << (LongestCode - length);
            code <<= 1;
        }

        return table;
    }

    /// <summary>
    /// Finds the symbol of a code longer than <see cref="LookupBits"/>: its length · 256 + symbol, or 0 for none.
    /// </summary>
    /// <param name="bits">The next 16 bits.</param>
    public int FindLong(int bits)
    {
        for (int length = LookupBits + 1; length <= LongestCode; length++)
        {
            if (bits < _endOfLength[length])
            {
                int index = (bits >> (LongestCode - length)) + _offsetOfLength[length];
                return (uint)index < (uint)_symbols.Length ? (length << 8) | _symbols[index] : 0;
            }
        }

        return 0;
    }

    private void Add(int code, int length, byte symbol)
    {
        if (length > LookupBits)
        {
            return;
        }

        int free = LookupBits - length, size = symbol & 15;
        for (int rest = 0; rest < 1 << free; rest++)
        {
            int place = (code << free) | rest;
            _lookup[place] = (ushort)((length << 8) | symbol);
            if (size > 0 && size <= free)
            {
                int value = JpegBitReader.Extend(rest >> (free - size), size);
                _lookupValues[place] = (value << 16) | ((symbol >> 4) << 8) | (length + size);
            }
        }
    }
}
