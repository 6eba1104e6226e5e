using System.Numerics;
using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// Lines of the source with their padding, as a worker keeps them: results near the border are then like all others.
/// </summary>
/// <remarks>
/// A line is copied when it is first met and stays until its place is wanted; lines that one result meets have places
/// apart. Where nothing is padded, lines stay where they are.
/// </remarks>
internal sealed unsafe class LineBuffers<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ConvLines<T> _lines;
    private readonly int _places;
    private readonly long _bufferLength;
    private readonly long _keyBytes;
    private readonly long _rowBytes;

    /// <summary>Plans the buffers.</summary>
    /// <param name="lines">The lines of the result.</param>
    /// <param name="columns">The most columns of the result that are computed at once.</param>
    public LineBuffers(ConvLines<T> lines, int columns)
    {
        _lines = lines;
        long before = 0, after = 0, lowest = 0, highest = 0, advance = 0;
        foreach (ConvColumns taps in lines.Columns.Where(taps => taps.Taps > 0))
        {
            long lastOfFirst = taps.First + ((taps.Taps - 1L) * taps.TapStep);
            long last = ((taps.Count - 1L) * taps.Step) + lastOfFirst;
            before = Math.Max(before, -taps.First);
            after = Math.Max(after, last - (lines.SourceWidth - 1));
            lowest = Math.Min(lowest, taps.First);
            highest = Math.Max(highest, lastOfFirst);
            long results = Math.Min(Rounding.DivideUp(columns, lines.Columns.Length), taps.Count);
            advance = Math.Max(advance, results * taps.Step);
        }

        // Results next to each other may be of different phases, and those meet the source at different distances.
        long reach = advance + highest - lowest + 1;
        IsPadded = before > 0 || after > 0;
        _places = IsPadded ? lines.LinesApart : 0;
        long pixels = Math.Min(reach, before + lines.SourceWidth + after);
        _bufferLength = Rounding.Up(pixels * lines.SourceChannels * sizeof(T), CacheLine.Bytes) / sizeof(T);
        _keyBytes = Rounding.Up((long)_places * sizeof(T*), CacheLine.Bytes);
        _rowBytes = Rounding.Up((long)lines.MostRows * sizeof(ConvRow<T>), CacheLine.Bytes);
    }

    /// <summary>Whether lines are copied.</summary>
    public bool IsPadded { get; }

    /// <summary>The bytes of a worker's buffers.</summary>
    public long Bytes => _rowBytes + _keyBytes + (_places * _bufferLength * sizeof(T));

    /// <summary>Forgets what an earlier chunk left.</summary>
    public void Begin(byte* memory)
    {
        if (_keyBytes > 0)
        {
            new Span<byte>(memory + _rowBytes, (int)_keyBytes).Clear();
        }
    }

    /// <summary>Finds the lines that a line of the result meets.</summary>
    /// <param name="memory">A worker's buffers.</param>
    /// <param name="line">The line of the result.</param>
    /// <param name="source">The source.</param>
    /// <param name="weights">The kernel, or the sums of its gradients.</param>
    /// <param name="first">The first column of the source that wanted results meet, negative in the padding.</param>
    /// <param name="end">Behind the last such column.</param>
    /// <param name="count">How many lines there are.</param>
    /// <returns>The lines; pixel <c>p</c> of each lies at <c>Source + p · channels</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ConvRow<T>* Rows(
        byte* memory, long line, T* source, T* weights, long first, long end, out int count)
    {
        var rows = (ConvRow<T>*)memory;
        count = _lines.Rows(line, source, weights, rows);
        if (!IsPadded)
        {
            return rows;
        }

        var keys = (T**)(memory + _rowBytes);
        T* buffers = (T*)(memory + _rowBytes + _keyBytes);
        nint channels = _lines.SourceChannels;
        nint lineLength = nint.Max(1, _lines.SourceWidth * channels);
        for (int i = 0; i < count; i++)
        {
            T* from = rows[i].Source;
            nint place = (nint)(((from - source) / lineLength) % _places);
            T* buffer = buffers + (place * (nint)_bufferLength);
            if (keys[place] != from)
            {
                keys[place] = from;
                Copy(from, buffer, first, end);
            }

            rows[i].Source = buffer - ((nint)first * channels);
        }

        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy(T* line, T* buffer, long first, long end)
    {
        int channels = _lines.SourceChannels;
        long from = Math.Clamp(first, 0, _lines.SourceWidth), to = Math.Clamp(end, from, _lines.SourceWidth);
        int before = (int)(Math.Clamp(from - first, 0, end - first) * channels);
        int inside = (int)((to - from) * channels), all = (int)((end - first) * channels);
        new Span<T>(buffer, before).Clear();
        new ReadOnlySpan<T>(line + (from * channels), inside).CopyTo(new Span<T>(buffer + before, inside));
        new Span<T>(buffer + before + inside, all - before - inside).Clear();
    }
}
