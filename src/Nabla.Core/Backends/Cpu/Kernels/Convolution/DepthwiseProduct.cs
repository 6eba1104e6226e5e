using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>A depthwise convolution, or its input gradient, computed where it lies: nothing is gathered.</summary>
/// <remarks>
/// <para>
/// A chunk is some whole lines of the result. Within it some columns and channels are computed for all lines before
/// the next, so that two of the three lines that a result meets are still in the first-level cache. Near the borders a
/// result meets fewer taps; nothing is tested for each element.
/// </para>
/// <para>
/// The 17 depthwise convolutions of MobileNetV2, one image, one thread of Zen 3 with AVX2: as patches, one column a
/// group, 100 ms; so 1.6 ms, beside 2.5 ms of oneDNN in the same run. At 14 × 14 × 384, in the second-level cache, it
/// reaches 0.35 to 0.5 of the peak; larger ones wait for memory.
/// </para>
/// </remarks>
internal sealed unsafe class DepthwiseProduct<T> : ConvAlgorithm<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const double WorkOfChunk = 5e5;

    private readonly WorkerTeam _team;
    private readonly MultiplyLines _multiply;

    /// <summary>Plans a convolution or an input gradient.</summary>
    /// <param name="lines">The lines of the result.</param>
    /// <param name="window">The window.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    /// <param name="loops">The loops, or null for those on the widest registers.</param>
    public DepthwiseProduct(
        ConvLines<T> lines, SlidingWindow window, WorkerTeam team, BlockEpilogue? epilogue,
        DepthwiseLoops<T>? loops = null)
    {
        _team = team;
        var cut = LineCut.OfResults(
            lines.Count, lines.Width, lines.Channels, lines.Columns.Length, window.Taps, sizeof(T), WorkOfChunk);
        _multiply = new MultiplyLines(lines, cut, epilogue, loops ?? DepthwiseLoops<T>.For(lines.Channels));
    }

    public override string Name => "depthwise";

    public override long WorkspaceBytes => _multiply.ScratchStride * _team.Size;

    public override void Run(nint* slots, T* a, T* b, T* c, byte* workspace)
    {
        RunFrame frame = default;
        frame.Slots = slots;
        frame.A = (byte*)a;
        frame.B = (byte*)b;
        frame.C = (byte*)c;
        frame.Scratch = workspace;
        _team.Run(_multiply, (nint*)&frame, _multiply.Chunks, _multiply.Wakes);
    }

    private sealed class MultiplyLines : ParallelWork
    {
        private readonly ConvLines<T> _lines;
        private readonly LineCut _cut;
        private readonly BlockEpilogue? _epilogue;
        private readonly DepthwiseLoops<T> _loops;
        private readonly long _rowsOffset;
        private readonly long _blockOffset;

        public MultiplyLines(
            ConvLines<T> lines, LineCut cut, BlockEpilogue? epilogue, DepthwiseLoops<T> loops)
        {
            (_lines, _cut, _epilogue, _loops) = (lines, cut, epilogue, loops);
            _rowsOffset = Rounding.Up((long)cut.Lines * sizeof(int), CacheLine.Bytes);
            _blockOffset = _rowsOffset + Rounding.Up(
                (long)cut.Lines * lines.MostRows * sizeof(ConvRow<T>), CacheLine.Bytes);
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
            Multiply(run, scratch, line, lines, column, columns, block);

            // A chunk has whole lines or a part of one, so its rows follow each other in either case.
            _epilogue?.Apply(
                run->Slots, (byte*)block, _lines.Channels, row, 0, lines * columns, _lines.Channels, worker);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(RunFrame* run, byte* scratch, long line, int lines, int column, int columns, T* block)
        {
            var counts = (int*)scratch;
            var rows = (ConvRow<T>*)(scratch + _rowsOffset);
            for (int i = 0; i < lines; i++)
            {
                counts[i] = _lines.Rows(line + i, (T*)run->A, (T*)run->B, rows + (i * _lines.MostRows));
            }

            DepthwiseFrame frame = default;
            frame.Channels = _lines.Channels;
            int phases = _lines.Columns.Length;
            frame.ResultStep = (nint)phases * _lines.Channels;
            for (int first = 0; first < _lines.Channels; first += _cut.ChannelsOfPiece)
            {
                frame.FirstChannel = first;
                frame.EndChannel = Math.Min(first + _cut.ChannelsOfPiece, _lines.Channels);
                for (int phase = 0; phase < phases; phase++)
                {
                    ConvColumns taps = _lines.Columns[phase];
                    (int start, int end) = taps.Within(column, columns, phase, phases);
                    T* result = block + ((nint)(phase - column) * _lines.Channels);
                    Phase(taps, rows, counts, lines, start, end, &frame, result);
                }
            }
        }

        /// <summary>The results of a phase, tile by tile; those near the borders one by one.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Phase(
            ConvColumns taps, ConvRow<T>* rows, int* counts, int lines, int start, int end,
            DepthwiseFrame* frame, T* result)
        {
            nint channels = _lines.Channels;
            frame->Step = taps.Step * channels;
            frame->TapStep = taps.TapStep * channels;
            frame->WeightStep = taps.WeightStep * channels;
            int innerStart = Math.Clamp(taps.InnerStart, start, end);
            int innerEnd = Math.Clamp(taps.InnerEnd, innerStart, end);
            bool hasFirst = true, hasLast = true;
            if (taps.Slides && innerStart < innerEnd)
            {
                // A result that lacks its first or last tap alone belongs to the tile beside it.
                hasFirst = innerStart == start || taps.TapsOf(innerStart - 1) != (1, taps.Taps);
                hasLast = innerEnd == end || taps.TapsOf(innerEnd) != (0, taps.Taps - 1);
                innerStart -= hasFirst ? 0 : 1;
                innerEnd += hasLast ? 0 : 1;
            }

            for (int column = start; column < end;)
            {
                bool isInner = column >= innerStart && column < innerEnd;
                (int firstTap, int endTap) = isInner ? (0, taps.Taps) : taps.TapsOf(column);
                int count = isInner ? Tile(innerEnd - column) : 1;
                frame->Taps = endTap - firstTap;
                frame->Source = (((nint)column * taps.Step) + taps.First + ((nint)firstTap * taps.TapStep)) * channels;
                frame->Weight = (taps.FirstWeight + ((nint)firstTap * taps.WeightStep)) * channels;
                T* first = result + (column * frame->ResultStep);
                nint lineStep = (nint)_lines.Width * channels;
                for (int i = 0; i < lines; i++, first += lineStep)
                {
                    ConvRow<T>* meets = rows + ((nint)i * _lines.MostRows);
                    if (isInner && taps.Slides)
                    {
                        _loops.Slide(
                            meets, counts[i], frame, first, count, hasFirst || column > innerStart,
                            hasLast || column + count < innerEnd);
                    }
                    else
                    {
                        _loops.Product(meets, counts[i], frame, first, count);
                    }
                }

                column += count;
            }
        }

        /// <summary>As many columns as make tiles of nearly the same width.</summary>
        private static int Tile(int columns)
        {
            int tiles = (columns + DepthwiseLoops<T>.MostColumns - 1) / DepthwiseLoops<T>.MostColumns;
            return (columns + tiles - 1) / tiles;
        }
    }
}
