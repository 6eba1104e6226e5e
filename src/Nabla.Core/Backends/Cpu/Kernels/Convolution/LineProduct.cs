using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// A convolution of few channels a group, or its input gradient: a tile of results reads its patches where they lie.
/// </summary>
/// <remarks>
/// Gathered patches, one thread of Zen 3 with AVX2, fastest of 25: 64 images 28 × 28 × 1, 5 × 5, 32 filters 2.1 ms,
/// here 1.5; 56 × 56 × 128 in 32 groups 6.6 ms, here 1.8; its input gradient 3.4 ms, here 1.3; 224 × 224 × 3, 3 × 3,
/// stride 2, 32 filters 0.35 ms, here 0.28. But 7 × 7 × 3, stride 2, 64 filters 3.3 ms, here 3.9 (147 lines of weights
/// lie 256 bytes apart, in a quarter of the cache's sets), so that such depths are left to patches. Neighbours were
/// busy, and single figures scatter by half.
/// </remarks>
internal sealed unsafe class LineProduct<T> : ConvAlgorithm<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const double WorkOfChunk = 2e6;

    private readonly WorkerTeam _team;
    private readonly MultiplyLines _multiply;
    private readonly TurnedKernel<T>? _turned;

    /// <summary>Plans a convolution or an input gradient.</summary>
    /// <param name="lines">The lines of the result.</param>
    /// <param name="window">The window.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="isTurned">Whether the kernel is turned, for the input gradient.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    /// <param name="loops">The loops, or null for those on the widest registers.</param>
    public LineProduct(
        ConvLines<T> lines, SlidingWindow window, int groups, bool isTurned, WorkerTeam team, BlockEpilogue? epilogue,
        LineLoops<T>? loops = null)
    {
        _team = team;
        int channels = lines.SourceChannels / groups, filters = lines.Channels / groups;
        _turned = isTurned ? new TurnedKernel<T>((int)window.Taps, filters, channels, groups) : null;
        var cut = LineCut.OfResults(
            lines.Count, lines.Width, lines.Channels, lines.Columns.Length, window.Taps * channels, sizeof(T),
            WorkOfChunk);
        _multiply = new MultiplyLines(
            lines, new Extents(channels, filters, groups), cut, epilogue, loops ?? LineLoops<T>.For(filters));
    }

    public override string Name => "lines";

    public override long WorkspaceBytes => (_turned?.Bytes ?? 0) + (_multiply.ScratchStride * _team.Size);

    public override void Run(nint* slots, T* a, T* b, T* c, byte* workspace)
    {
        RunFrame frame = default;
        frame.Slots = slots;
        frame.A = (byte*)a;
        frame.B = (byte*)b;
        frame.C = (byte*)c;
        frame.Scratch = workspace;
        if (_turned is not null)
        {
            frame.PackedRight = workspace;
            frame.Scratch += _turned.Bytes;
            _team.Run(_turned, (nint*)&frame, _turned.Chunks, wakes: false);
            frame.B = workspace;
        }

        _team.Run(_multiply, (nint*)&frame, _multiply.Chunks, _multiply.Wakes);
    }

    /// <summary>How many channels, filters and groups there are.</summary>
    /// <param name="Channels">The source's channels in a group.</param>
    /// <param name="Filters">The result's channels in a group.</param>
    /// <param name="Groups">The number of groups.</param>
    private sealed record Extents(int Channels, int Filters, int Groups);

    private sealed class MultiplyLines : ParallelWork
    {
        private readonly ConvLines<T> _lines;
        private readonly Extents _extents;
        private readonly LineCut _cut;
        private readonly BlockEpilogue? _epilogue;
        private readonly LineLoops<T> _loops;
        private readonly LineBuffers<T> _buffers;
        private readonly long _blockOffset;

        public MultiplyLines(
            ConvLines<T> lines, Extents extents, LineCut cut, BlockEpilogue? epilogue, LineLoops<T> loops)
        {
            (_lines, _extents, _cut, _epilogue, _loops) = (lines, extents, cut, epilogue, loops);
            _buffers = new LineBuffers<T>(lines, cut.Columns);
            _blockOffset = Rounding.Up(_buffers.Bytes, CacheLine.Bytes);
            long block = epilogue is null
                ? 0
                : Rounding.Up((long)cut.Lines * cut.Columns * lines.Channels * sizeof(T), CacheLine.Bytes);
            ScratchStride = _blockOffset + block + (4 * CacheLine.Bytes);
        }

        public int Chunks => _cut.Chunks;

        public bool Wakes => _cut.Wakes;

        public long ScratchStride { get; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var run = (RunFrame*)slots;
            (int linePiece, int columnPiece) = Math.DivRem(chunk, _cut.ColumnPieces);
            long line = (long)linePiece * _cut.Lines;
            int lines = (int)Math.Min(_cut.Lines, _lines.Count - line);
            int column = columnPiece * _cut.Columns;
            int columns = Math.Min(_cut.Columns, _lines.Width - column);
            byte* scratch = run->Scratch + (worker * ScratchStride);
            long row = (line * _lines.Width) + column;
            T* block = run->C == null ? (T*)(scratch + _blockOffset) : (T*)run->C + (row * _lines.Channels);
            (long first, long end) = _lines.SourceRange(column, columns);
            _buffers.Begin(scratch);
            T* result = block;
            for (int i = 0; i < lines; i++, result += (nint)_lines.Width * _lines.Channels)
            {
                ConvRow<T>* rows = _buffers.Rows(
                    scratch, line + i, (T*)run->A, (T*)run->B, first, end, out int count);
                Multiply(rows, count, column, columns, result);
            }

            // A chunk has whole lines or a part of one, so its rows follow each other in either case.
            _epilogue?.Apply(
                run->Slots, (byte*)block, _lines.Channels, row, 0, lines * columns, _lines.Channels, worker);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(ConvRow<T>* rows, int count, int column, int columns, T* result)
        {
            (int channels, int filters, int groups) = (_extents.Channels, _extents.Filters, _extents.Groups);
            int phases = _lines.Columns.Length;
            LineFrame frame = default;
            frame.Filters = _lines.Channels;
            frame.ResultStep = (nint)phases * _lines.Channels;
            for (int phase = 0; phase < phases; phase++)
            {
                ConvColumns taps = _lines.Columns[phase];
                (int start, int end) = taps.Within(column, columns, phase, phases);
                if (start >= end)
                {
                    continue;
                }

                // Taps that follow each other in the source and the kernel are one run of channels.
                bool isRun = groups == 1 && taps.TapStep == 1 && taps.WeightStep == 1;
                frame.Taps = isRun ? Math.Min(taps.Taps, 1) : taps.Taps;
                frame.Depth = isRun ? taps.Taps * channels : channels;
                frame.Step = (nint)taps.Step * _lines.SourceChannels;
                frame.TapStep = (nint)taps.TapStep * _lines.SourceChannels;
                frame.WeightStep = taps.WeightStep * (nint)_lines.TapElements;
                nint source = (((nint)start * taps.Step) + taps.First) * _lines.SourceChannels;
                nint weight = taps.FirstWeight * (nint)_lines.TapElements;
                T* first = result + ((((nint)start * phases) + phase - column) * _lines.Channels);
                for (int group = 0; group < groups; group++, first += filters)
                {
                    frame.Source = source + ((nint)group * channels);
                    frame.Weight = weight + ((nint)group * filters);
                    _loops.Product(rows, count, &frame, first, end - start, filters);
                }
            }
        }
    }
}
