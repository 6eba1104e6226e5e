using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The lines of the result of a convolution or of its input gradient, and what they meet.</summary>
/// <remarks>
/// Along each axis there is one set of taps for a convolution, and one for each phase of the stride for an input
/// gradient: results equally far from a multiple of it meet the same taps.
/// </remarks>
internal sealed unsafe class ConvLines<T>
    where T : unmanaged
{
    private readonly PatchAxis[] _planeAxes;
    private readonly PatchAxis[] _lineAxes;
    private readonly int _planes;
    private readonly int _lines;
    private readonly int _kernelLines;
    private readonly int _kernelColumns;
    private readonly long _lineLength;

    private ConvLines(
        SlidingWindow window, Shape source, Shape result, long tapElements, Func<int, PatchAxis[]> axes)
    {
        int rank = window.Rank;
        _planeAxes = rank > 2 ? axes(rank - 3) : [PatchAxis.None];
        _lineAxes = rank > 1 ? axes(rank - 2) : [PatchAxis.None];
        Columns = [.. axes(rank - 1).Select(axis => new ConvColumns(axis))];
        _planes = rank > 2 ? checked((int)result[rank - 2]) : 1;
        _lines = rank > 1 ? checked((int)result[rank - 1]) : 1;
        _kernelLines = rank > 1 ? (int)window.Size[rank - 2] : 1;
        _kernelColumns = (int)window.Size[rank - 1];
        Width = checked((int)result[rank]);
        Channels = checked((int)result[-1]);
        Count = result[0] * _planes * _lines;
        SourceWidth = checked((int)source[rank]);
        SourceChannels = checked((int)source[-1]);
        TapElements = tapElements;
        _lineLength = source[rank] * source[-1];
        LinesApart = _lineAxes.Max(axis => axis.Offsets.Length == 0 ? 0 : axis.Offsets[^1] - axis.Offsets[0]) + 1;
        MostRows = checked(_planeAxes.Max(axis => axis.Offsets.Length) * _lineAxes.Max(axis => axis.Offsets.Length));
    }

    /// <summary>The columns of each phase.</summary>
    public ConvColumns[] Columns { get; }

    /// <summary>The number of lines of all results.</summary>
    public long Count { get; }

    /// <summary>The number of results in a line.</summary>
    public int Width { get; }

    /// <summary>The number of channels.</summary>
    public int Channels { get; }

    /// <summary>The number of pixels in a line of the source.</summary>
    public int SourceWidth { get; }

    /// <summary>The number of the source's channels.</summary>
    public int SourceChannels { get; }

    /// <summary>The elements of the kernel for one tap.</summary>
    public long TapElements { get; }

    /// <summary>Lines of the source so far from each other never meet one line of the result.</summary>
    public int LinesApart { get; }

    /// <summary>The most rows of the kernel that meet a line.</summary>
    public int MostRows { get; }

    /// <summary>The lines of a convolution's result.</summary>
    public static ConvLines<T> Forward(SlidingWindow window, int groups, Shape image, Shape result) => new(
        window, image, result, image[-1] / groups * result[-1],
        axis => [PatchGrid.Forward(window, axis, image[axis + 1], result[axis + 1])]);

    /// <summary>The lines of the images, which meet the gradient of the result.</summary>
    public static ConvLines<T> Backward(SlidingWindow window, int groups, Shape image, Shape gradient) => new(
        window, gradient, image, image[-1] / groups * gradient[-1],
        axis =>
        [
            .. Enumerable.Range(0, (int)Math.Clamp(window.Strides[axis], 1, Math.Max(image[axis + 1], 1))).Select(
                phase => PatchGrid.Backward(window, axis, image[axis + 1], gradient[axis + 1], phase)),
        ]);

    /// <summary>The columns of the source that some columns of the result meet, those of the padding too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (long Start, long End) SourceRange(int column, int columns)
    {
        long start = long.MaxValue, end = long.MinValue;
        for (int phase = 0; phase < Columns.Length; phase++)
        {
            ConvColumns taps = Columns[phase];
            (int from, int to) = taps.Within(column, columns, phase, Columns.Length);
            if (from < to && taps.Taps > 0)
            {
                start = Math.Min(start, ((long)from * taps.Step) + taps.First);
                end = Math.Max(end, ((to - 1L) * taps.Step) + taps.First + ((taps.Taps - 1L) * taps.TapStep) + 1);
            }
        }

        return start < end ? (start, end) : (0, 0);
    }

    /// <summary>Finds the lines of the source that a line of the result meets.</summary>
    /// <param name="line">The line, counted over all results.</param>
    /// <param name="source">The source.</param>
    /// <param name="weights">The kernel, or the sums of its gradients.</param>
    /// <param name="rows">Room for <see cref="MostRows"/>.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Rows(long line, T* source, T* weights, ConvRow<T>* rows)
    {
        (long plane, line) = Math.DivRem(line, _lines);
        (long image, plane) = Math.DivRem(plane, _planes);
        PatchAxis planes = _planeAxes[plane % _planeAxes.Length], lines = _lineAxes[line % _lineAxes.Length];
        plane = plane / _planeAxes.Length * planes.Step;
        line = line / _lineAxes.Length * lines.Step;
        int count = 0;
        for (int i = 0; i < planes.Offsets.Length; i++)
        {
            long sourcePlane = plane + planes.Offsets[i];
            if ((ulong)sourcePlane >= (ulong)planes.Source)
            {
                continue;
            }

            for (int j = 0; j < lines.Offsets.Length; j++)
            {
                long sourceLine = line + lines.Offsets[j];
                if ((ulong)sourceLine < (ulong)lines.Source)
                {
                    long from = (((image * planes.Source) + sourcePlane) * lines.Source) + sourceLine;
                    long row = ((long)planes.Taps[i] * _kernelLines) + lines.Taps[j];
                    rows[count].Source = source + (from * _lineLength);
                    rows[count].Weights = weights + (row * _kernelColumns * TapElements);
                    count++;
                }
            }
        }

        return count;
    }
}
