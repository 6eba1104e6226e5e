using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The kernel gradient of a convolution of few channels a group: patches are read where they lie.</summary>
/// <remarks>
/// Each chunk sums over a stretch of the results: a line in one chain of fused multiply-adds, lines in order. The sums
/// of stretches are added in a tree of fixed shape.
/// </remarks>
internal sealed unsafe class LineGradient<T> : ConvAlgorithm<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly WorkerTeam _team;
    private readonly SumLines _sum;
    private readonly CombineChunks<T>? _combine;
    private readonly long _sumBytes;

    /// <summary>Plans a kernel gradient.</summary>
    /// <param name="lines">The lines of the gradient of the result.</param>
    /// <param name="window">The window.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    public LineGradient(
        ConvLines<T> lines, SlidingWindow window, int groups, WorkerTeam team, BlockEpilogue? epilogue)
    {
        _team = team;
        int depth = checked((int)window.Taps * (lines.SourceChannels / groups));
        var cut = LineCut.OfSums(lines.Count, lines.Width, lines.Channels, depth, sizeof(T));
        _sum = new SumLines(lines, cut, groups, (long)depth * lines.Channels);
        _sumBytes = Rounding.Up(_sum.Chunks * _sum.Sums * sizeof(T), CacheLine.Bytes);

        // One filter makes the kernel a column.
        bool isColumn = lines.Channels == 1;
        _combine = _sum.Sums == 0
            ? null
            : new CombineChunks<T>(
                isColumn ? 1 : depth, isColumn ? depth : lines.Channels, _sum.Chunks, isColumn, epilogue);
    }

    public override string Name => "sums of lines";

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
        private readonly KernelSet<T> _kernels = KernelSet<T>.Best;
        private readonly ConvLines<T> _lines;
        private readonly LineCut _cut;
        private readonly int _groups;
        private readonly LineBuffers<T> _buffers;

        public SumLines(ConvLines<T> lines, LineCut cut, int groups, long sums)
        {
            (_lines, _cut, _groups, Sums) = (lines, cut, groups, sums);
            _buffers = new LineBuffers<T>(lines, cut.Columns);
            ScratchStride = Rounding.Up(_buffers.Bytes, CacheLine.Bytes) + (4 * CacheLine.Bytes);
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
            new Span<T>(sums, checked((int)Sums)).Clear();
            (int linePiece, int columnPiece) = Math.DivRem(chunk, _cut.ColumnPieces);
            long line = (long)linePiece * _cut.Lines;
            int lines = (int)Math.Min(_cut.Lines, _lines.Count - line);
            int column = columnPiece * _cut.Columns;
            int columns = Math.Min(_cut.Columns, _lines.Width - column);
            if (columns <= 0)
            {
                return;
            }

            byte* scratch = run->Scratch + (worker * ScratchStride);
            (long first, long end) = _lines.SourceRange(column, columns);
            _buffers.Begin(scratch);
            T* gradient = (T*)run->B + (((line * _lines.Width) + column) * _lines.Channels);
            for (int i = 0; i < lines; i++, gradient += (nint)_lines.Width * _lines.Channels)
            {
                ConvRow<T>* rows = _buffers.Rows(scratch, line + i, (T*)run->A, sums, first, end, out int count);
                Sum(rows, count, column, columns, gradient);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Sum(ConvRow<T>* rows, int count, int column, int columns, T* gradient)
        {
            ConvColumns taps = _lines.Columns[0];
            int channels = _lines.SourceChannels / _groups, filters = _lines.Channels / _groups;
            bool isRun = _groups == 1 && taps.TapStep == 1;
            int pieces = isRun ? 1 : taps.Taps, elements = isRun ? taps.Taps * channels : channels;
            TileFrame tile = default;
            tile.ARow = 1;
            tile.ADepth = (nint)taps.Step * _lines.SourceChannels;
            tile.BDepth = _lines.Channels;
            tile.CRow = _lines.Channels;
            tile.Depth = columns;
            tile.Adds = true;
            nint from = (((nint)column * taps.Step) + taps.First) * _lines.SourceChannels;
            for (int row = 0; row < count; row++)
            {
                for (int group = 0; group < _groups; group++)
                {
                    T* source = rows[row].Source + from + ((nint)group * channels);
                    T* sums = rows[row].Weights + ((nint)group * filters);
                    for (int piece = 0; piece < pieces; piece++)
                    {
                        _kernels.MultiplyTiles(
                            source, gradient + ((nint)group * filters), sums, elements, filters, &tile);
                        source += (nint)taps.TapStep * _lines.SourceChannels;
                        sums += (nint)_lines.TapElements;
                    }
                }
            }
        }
    }
}
