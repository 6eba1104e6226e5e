using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Nabla.Data.Formats;

/// <summary>Reads the entropy-coded bits of a JPEG file up to the next marker.</summary>
/// <remarks>
/// Past a marker it gives zeros; <see cref="IsOverrun"/> then tells that bits were used that do not exist.
/// </remarks>
internal ref struct JpegBitReader(ReadOnlySpan<byte> content, int position)
{
    private const byte Marker = 0xFF;
    private const int FirstRestart = 0xD0;

    private readonly ReadOnlySpan<byte> _content = content;
    private ulong _bits;
    private int _count;
    private int _missing;

    /// <summary>The byte that is read next.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Whether more bits were used than there are.</summary>
    public readonly bool IsOverrun => _count < _missing;

    /// <summary>The signed number that some bits stand for: those that start with 0 are negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Extend(int bits, int size) => bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;

    /// <summary>Makes sure that 32 bits or more are at hand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill()
    {
        if (_count < 32)
        {
            FillSlowly();
        }
    }

    /// <summary>The next bits, at most 32 after <see cref="Fill"/>; they stay.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Peek(int count) => (int)(_bits >> (64 - count));

    /// <summary>Drops bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int count)
    {
        _bits <<= count;
        _count -= count;
    }

    /// <summary>Reads some bits, none or up to 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Read(int count)
    {
        if (count == 0)
        {
            return 0;
        }

        Fill();
        int bits = Peek(count);
        Skip(count);
        return bits;
    }

    /// <summary>Reads a signed number of some bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadSigned(int size) => size == 0 ? 0 : Extend(Read(size), size);

    /// <summary>Reads a symbol; −1 where the bits are no code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadSymbol(JpegHuffmanTable table)
    {
        Fill();
        int found = table.Lookup[Peek(JpegHuffmanTable.LookupBits)];
        if (found == 0)
        {
            found = table.FindLong(Peek(16));
        }

        Skip(found >> 8);
        return found == 0 ? -1 : found & 0xFF;
    }

    /// <summary>Passes a restart marker, which must stand here.</summary>
    public bool TryRestart(int number)
    {
        (_bits, _count, _missing) = (0, 0, 0);
        while (Position + 2 < _content.Length && _content[Position] == Marker && _content[Position + 1] == Marker)
        {
            Position++;
        }

        if (Position + 1 >= _content.Length || _content[Position] != Marker
            || _content[Position + 1] != FirstRestart + (number & 7))
        {
            return false;
        }

        Position += 2;
        return true;
    }

    private void FillSlowly()
    {
        if (Position + sizeof(ulong) <= _content.Length)
        {
            ulong next = BinaryPrimitives.ReadUInt64BigEndian(_content[Position..]);

            // Whether none of the bytes is 255: no zero byte in the complement.
            ulong inverse = ~next;
            if (((inverse - 0x0101010101010101) & ~inverse & 0x8080808080808080) == 0)
            {
                int bytes = (64 - _count) >> 3;
                _bits |= next >> _count;
                _count += bytes << 3;

                // The bits of a byte that is in part beyond the buffer come again.
                _bits &= ulong.MaxValue << (64 - _count);
                Position += bytes;
                return;
            }
        }

        while (_count <= 56)
        {
            int value = 0;
            if (Position >= _content.Length)
            {
                _missing += 8;
            }
            else if (_content[Position] != Marker)
            {
                value = _content[Position++];
            }
            else if (Position + 1 < _content.Length && _content[Position + 1] == 0)
            {
                value = Marker;
                Position += 2;
            }
            else
            {
                _missing += 8;
            }

            _bits |= (ulong)value << (56 - _count);
            _count += 8;
        }
    }
}
