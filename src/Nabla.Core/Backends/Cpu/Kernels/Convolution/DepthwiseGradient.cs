using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The kernel gradient of a depthwise convolution.</summary>
/// <remarks>
/// Each chunk sums over a stretch of the results: over neighbouring results of a line in a chain of fused
/// multiply-adds, over such chains in order. The sums of stretches are added in a tree of fixed shape.
/// </remarks>
internal sealed unsafe class DepthwiseGradient<T> : ConvAlgorithm<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly WorkerTeam _team;
    private readonly SumLines _sum;
    private readonly CombineChunks<T>? _combine;
    private readonly long _sumBytes;

    /// <summary>Plans a kernel gradient.</summary>
    /// <param name="lines">The lines of the gradient of the result.</param>
    /// <param name="window">The window.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    /// <param name="loops">The loops, or null for those on the widest registers.</param>
    public DepthwiseGradient(
        ConvLines<T> lines, SlidingWindow window, WorkerTeam team, BlockEpilogue? epilogue,
        DepthwiseLoops<T>? loops = null)
    {
        _team = team;
        var cut = LineCut.OfSums(lines.Count, lines.Width, lines.Channels, window.Taps, sizeof(T));
        _sum = new SumLines(lines, cut, window.Taps, loops ?? DepthwiseLoops<T>.For(lines.Channels));
        _sumBytes = Rounding.Up(_sum.Chunks * _sum.Sums * sizeof(T), CacheLine.Bytes);

        // One channel makes the kernel a column.
        bool isColumn = lines.Channels == 1;
        _combine = _sum.Sums == 0
            ? null
            : new CombineChunks<T>(
                isColumn ? 1 : window.Taps, isColumn ? window.Taps : lines.Channels, _sum.Chunks, isColumn, epilogue);
    }

    public override string Name => "depthwise sums";

    public override long WorkspaceBytes => _sumBytes + (_sum.ScratchStride * _team.Size);

    public override void Run(nint* slots, T* a, T* b, T* c, byte* workspace)
    {
        if (_combine is null)
        {
            return;
        }

        RunFrame frame = default;
        frame.Slots = slots;
        frame.A = (byte*)a;
        frame.B = (byte*)b;
        frame.C = (byte*)c;
        frame.Partial = workspace;
        frame.Scratch = workspace + _sumBytes;
        _team.Run(_sum, (nint*)&frame, _sum.Chunks, _sum.Wakes);
        _team.Run(_combine, (nint*)&frame, _combine.Chunks, _sum.Wakes);
    }

    private sealed class SumLines : ParallelWork
    {
        // So many results of three lines stay in the first-level cache until the next line meets two of the three.
        private const int MostColumns = 32;

        private readonly ConvLines<T> _lines;
        private readonly LineCut _cut;
        private readonly DepthwiseLoops<T> _loops;
        private readonly long _rowsOffset;

        public SumLines(ConvLines<T> lines, LineCut cut, long taps, DepthwiseLoops<T> loops)
        {
            (_lines, _cut, _loops) = (lines, cut, loops);
            Sums = taps * lines.Channels;
            _rowsOffset = Rounding.Up((long)cut.Lines * sizeof(int), CacheLine.Bytes);
            ScratchStride = _rowsOffset + (4 * CacheLine.Bytes) + Rounding.Up(
                (long)cut.Lines * lines.MostRows * sizeof(ConvRow<T>), CacheLine.Bytes);
        }

        /// <summary>The number of weights.</summary>
        public long Sums { get; }

        /// <summary>The number of chunks; one even where there is nothing to sum.</summary>
        public int Chunks => Math.Max(1, _cut.Chunks);

        public bool Wakes => _cut.Wakes;

        public long ScratchStride { get; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var run = (RunFrame*)slots;
            T* sums = (T*)run->Partial + (chunk * Sums);
            for (long done = 0; done < Sums; done += int.MaxValue)
            {
                new Span<T>(sums + done, (int)Math.Min(int.MaxValue, Sums - done)).Clear();
            }

            (int linePiece, int columnPiece) = Math.DivRem(chunk, _cut.ColumnPieces);
            long line = (long)linePiece * _cut.Lines;
            int lines = (int)Math.Min(_cut.Lines, _lines.Count - line);
            int column = columnPiece * _cut.Columns;
            int end = Math.Min(column + _cut.Columns, _lines.Width);
            if (lines <= 0 || column >= end)
            {
                return;
            }

            byte* scratch = run->Scratch + (worker * ScratchStride);
            var counts = (int*)scratch;
            var rows = (ConvRow<T>*)(scratch + _rowsOffset);
            for (int i = 0; i < lines; i++)
            {
                counts[i] = _lines.Rows(line + i, (T*)run->A, sums, rows + ((nint)i * _lines.MostRows));
            }

            Sum(rows, counts, lines, column, end, (T*)run->B + (line * _lines.Width * _lines.Channels));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Sum(ConvRow<T>* rows, int* counts, int lines, int column, int end, T* gradient)
        {
            ConvColumns taps = _lines.Columns[0];
            nint channels = _lines.Channels, lineStep = _lines.Width * channels;
            DepthwiseFrame frame = default;
            frame.Channels = channels;
            frame.ResultStep = channels;
            frame.Step = taps.Step * channels;
            frame.TapStep = taps.TapStep * channels;
            frame.WeightStep = channels;
            while (column < end)
            {
                bool isInner = column >= taps.InnerStart && column < taps.InnerEnd;
                (int firstTap, int endTap) = isInner ? (0, taps.Taps) : taps.TapsOf(column);
                int count = isInner ? Strip(Math.Min(end, taps.InnerEnd) - column) : 1;
                frame.Taps = endTap - firstTap;
                frame.Source = (((nint)column * taps.Step) + taps.First + ((nint)firstTap * taps.TapStep)) * channels;
                frame.Weight = firstTap * channels;
                for (int first = 0; first < _lines.Channels; first += _cut.ChannelsOfPiece)
                {
                    frame.FirstChannel = first;
                    frame.EndChannel = Math.Min(first + _cut.ChannelsOfPiece, _lines.Channels);
                    T* source = gradient + (column * channels);
                    for (int i = 0; i < lines; i++, source += lineStep)
                    {
                        _loops.Gradient(rows + ((nint)i * _lines.MostRows), counts[i], &frame, source, count);
                    }
                }

                column += count;
            }
        }

        /// <summary>As many columns as make strips of nearly the same width.</summary>
        private static int Strip(int columns)
        {
            int strips = (columns + MostColumns - 1) / MostColumns;
            return (columns + strips - 1) / strips;
        }
    }
}
