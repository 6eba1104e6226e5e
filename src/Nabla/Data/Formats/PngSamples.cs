using System.Buffers.Binary;

namespace Nabla.Data.Formats;

/// <summary>Turns the samples of a PNG row, of any depth, into pixels of eight bits a channel.</summary>
/// <remarks>
/// A palette becomes its colors. A transparent color, or a palette with transparency, becomes an alpha channel. Samples
/// of 16 bits are rounded to 8, those of 1, 2 and 4 bits are stretched, so that white stays white.
/// </remarks>
internal sealed class PngSamples
{
    private const int PaletteEntry = 3;

    private readonly PngHeader _header;
    private readonly byte[] _palette;
    private readonly byte[]? _paletteAlpha;
    private readonly int[]? _transparentColor;

    /// <summary>Prepares the conversion.</summary>
    /// <param name="header">The header of the file.</param>
    /// <param name="palette">The content of PLTE, checked to hold whole entries.</param>
    /// <param name="transparency">The content of tRNS, checked against the header; null where there is none.</param>
    public PngSamples(PngHeader header, byte[] palette, byte[]? transparency)
    {
        _header = header;
        _palette = palette;
        if (header.ColorType == PngColorType.Palette)
        {
            _paletteAlpha = transparency;
            Channels = transparency is null ? 3 : 4;
            return;
        }

        Channels = transparency is null ? header.Samples : header.Samples + 1;
        _transparentColor = transparency is null
            ? null
            : [.. Enumerable.Range(0, header.Samples)
                .Select(i => (int)BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(2 * i)))];
    }

    /// <summary>The channels of the pixels that come out.</summary>
    public int Channels { get; }

    /// <summary>Converts a row.</summary>
    /// <param name="row">The unfiltered bytes of the row.</param>
    /// <param name="pixels">Receives the pixels, as many as fit.</param>
    /// <returns>False where an index has no entry in the palette.</returns>
    public bool TryExpand(ReadOnlySpan<byte> row, Span<byte> pixels)
    {
        if (_header.ColorType == PngColorType.Palette)
        {
            return TryExpandPalette(row, pixels);
        }

        if (_header.BitDepth == 8 && _transparentColor is null)
        {
            row.CopyTo(pixels);
            return true;
        }

        int samples = _header.Samples;
        for (int i = 0, sample = 0; i < pixels.Length; i += Channels)
        {
            bool isTransparent = _transparentColor is not null;
            for (int channel = 0; channel < samples; channel++, sample++)
            {
                int value = Sample(row, sample);
                isTransparent = isTransparent && value == _transparentColor![channel];
                pixels[i + channel] = ToByte(value);
            }

            if (_transparentColor is not null)
            {
                pixels[i + samples] = isTransparent ? byte.MinValue : byte.MaxValue;
            }
        }

        return true;
    }

    private bool TryExpandPalette(ReadOnlySpan<byte> row, Span<byte> pixels)
    {
        for (int i = 0, sample = 0; i < pixels.Length; i += Channels, sample++)
        {
            int index = Sample(row, sample);
            if (index * PaletteEntry >= _palette.Length)
            {
                return false;
            }

            _palette.AsSpan(index * PaletteEntry, PaletteEntry).CopyTo(pixels[i..]);
            if (_paletteAlpha is not null)
            {
                pixels[i + PaletteEntry] = index < _paletteAlpha.Length ? _paletteAlpha[index] : byte.MaxValue;
            }
        }

        return true;
    }

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        int depth = _header.BitDepth;
        if (depth == 8)
        {
            return row[index];
        }

        if (depth == 16)
        {
            return BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]);
        }

        int bit = index * depth;
        return (row[bit >> 3] >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    }

    // v * 255 / (2^depth - 1), rounded; for 16 bits by a multiplication that is exact for every v.
    private byte ToByte(int value) => _header.BitDepth == 16
        ? (byte)(((value * 255) + 32895) >> 16)
        : (byte)(value * (255 / ((1 << _header.BitDepth) - 1)));
}
