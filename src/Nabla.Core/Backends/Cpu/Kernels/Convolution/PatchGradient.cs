using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The kernel gradient of a convolution: transposed patches by the gradient of the result.</summary>
/// <remarks>
/// Each chunk owns some elements of the kernel for all filters, and a stretch of the patches; it gathers its elements
/// of <see cref="RowBlock"/> patches at a time. The sums of stretches are added in a tree of fixed shape.
/// </remarks>
internal sealed unsafe class PatchGradient<T> : ConvAlgorithm<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // A constant, because it decides the order of the sums.
    private const int RowBlock = 128;
    private const int MostElements = 288;
    private const double WorkOfChunk = 8e6;
    private const double WorkWorthWaking = 3e6;

    // The sums of stretches are written and read once more: so many chunks as keep threads busy, and memory idle. A
    // very long sum is cut further, for its error, where memory allows.
    private const int EnoughChunks = 16;
    private const long MostRowsOfStretch = 16_384;
    private const long MostPartialSums = 1 << 20;

    private readonly WorkerTeam _team;
    private readonly MultiplyBlocks _multiply;
    private readonly CombineChunks<T>? _combine;
    private readonly long _partialBytes;
    private readonly bool _wakes;
    private readonly bool _isEmpty;

    /// <summary>Plans a kernel gradient.</summary>
    /// <param name="grid">The patches.</param>
    /// <param name="filters">The filters of one group.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    public PatchGradient(PatchGrid grid, int filters, int groups, WorkerTeam team, BlockEpilogue? epilogue)
    {
        _team = team;
        long outputs = (long)grid.Depth * filters * groups;
        _isEmpty = outputs == 0;
        int pieces = Math.Max(1, (int)Rounding.DivideUp(grid.Depth, MostElements));
        int elements = (int)Math.Max(
            8, Rounding.Up(Rounding.DivideUp(grid.Depth, pieces), 8));
        pieces = Math.Max(1, (int)Rounding.DivideUp(grid.Depth, elements));

        double work = (double)grid.Rows * outputs;
        long blocks = Math.Max(1, Rounding.DivideUp(grid.Rows, RowBlock));
        double wanted = Math.Min(work / WorkOfChunk, EnoughChunks) / (pieces * (double)groups);
        long most = Math.Min(blocks, Math.Max(1, MostPartialSums / Math.Max(outputs, 1)));
        wanted = Math.Max(wanted, Rounding.DivideUp(grid.Rows, MostRowsOfStretch));
        long stretches = (long)Math.Clamp(wanted, 1, most);
        long blocksOfStretch = Rounding.DivideUp(blocks, stretches);
        stretches = Rounding.DivideUp(blocks, blocksOfStretch);
        _wakes = work >= WorkWorthWaking;
        _partialBytes = stretches > 1
            ? Rounding.Up(stretches * outputs * sizeof(T), CacheLine.Bytes)
            : 0;

        var cut = new Cut(elements, pieces, (int)stretches, blocksOfStretch * RowBlock);
        _multiply = new MultiplyBlocks(grid, filters, groups, cut, epilogue);
        bool isColumn = filters * groups == 1;
        _combine = stretches > 1
            ? new CombineChunks<T>(
                isColumn ? 1 : grid.Depth, isColumn ? grid.Depth : (long)filters * groups, (int)stretches, isColumn,
                epilogue)
            : null;
    }

    public override string Name => "transposed patches";

    public override long WorkspaceBytes => _partialBytes + (_multiply.ScratchStride * _team.Size);

    public override void Run(nint* slots, T* a, T* b, T* c, byte* workspace)
    {
        if (_isEmpty)
        {
            return;
        }

        RunFrame frame;
        frame.Slots = slots;
        frame.A = (byte*)a;
        frame.B = (byte*)b;
        frame.C = (byte*)c;
        frame.PackedRight = null;
        frame.Partial = workspace;
        frame.Scratch = workspace + _partialBytes;
        _team.Run(_multiply, (nint*)&frame, _multiply.Chunks, _wakes);
        if (_combine is not null)
        {
            _team.Run(_combine, (nint*)&frame, _combine.Chunks, _wakes);
        }
    }

    /// <summary>How the product is cut.</summary>
    /// <param name="Elements">How many elements of the kernel a chunk owns, of one group.</param>
    /// <param name="Pieces">How many such pieces the kernel has.</param>
    /// <param name="Stretches">Into how many stretches the patches are cut.</param>
    /// <param name="RowsOfStretch">How many patches a stretch has.</param>
    private sealed record Cut(int Elements, int Pieces, int Stretches, long RowsOfStretch);

    private sealed class MultiplyBlocks : ParallelWork
    {
        private readonly KernelSet<T> _kernels = KernelSet<T>.Best;
        private readonly PatchGrid _grid;
        private readonly PatchGather<T> _gather;
        private readonly PatchRun[][] _runs;
        private readonly int _filters;
        private readonly int _groups;
        private readonly Cut _cut;
        private readonly BlockEpilogue? _epilogue;
        private readonly int _patchStride;
        private readonly bool _packs;
        private readonly long _packedOffset;
        private readonly long _blockOffset;
        private readonly int _blockStride;

        public MultiplyBlocks(PatchGrid grid, int filters, int groups, Cut cut, BlockEpilogue? epilogue)
        {
            (_grid, _filters, _groups, _cut, _epilogue) = (grid, filters, groups, cut, epilogue);
            _gather = new PatchGather<T>(grid);
            _runs =
            [
                .. Enumerable.Range(0, cut.Pieces).Select(piece => grid.Runs(
                    piece * cut.Elements, Math.Min((piece + 1) * cut.Elements, grid.Depth))),
            ];
            _patchStride = PatchProductPlan.OddLines(cut.Elements, sizeof(T));
            _packs = filters > Packing<T>.PanelColumns && cut.Elements >= 4 * Packing<T>.PanelColumns;
            int panels = (int)Rounding.DivideUp(filters, Packing<T>.PanelColumns);
            _packedOffset = (long)RowBlock * _patchStride * sizeof(T);
            _blockOffset = _packedOffset + (_packs ? (long)RowBlock * panels * Packing<T>.PanelBytes : 0);
            _blockStride = filters * groups == 1 ? 1 : PatchProductPlan.OddLines(filters, sizeof(T));
            long block = epilogue is not null && cut.Stretches == 1
                ? (long)cut.Elements * _blockStride * sizeof(T)
                : 0;
            ScratchStride = Rounding.Up(_blockOffset + block, CacheLine.Bytes) + (4 * CacheLine.Bytes);
        }

        public int Chunks => checked(_cut.Pieces * _groups * _cut.Stretches);

        public long ScratchStride { get; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var run = (RunFrame*)slots;
            (int rest, int piece) = Math.DivRem(chunk, _cut.Pieces);
            (int stretch, int group) = Math.DivRem(rest, _groups);
            int element = piece * _cut.Elements;
            int elements = Math.Min(_cut.Elements, _grid.Depth - element);
            int resultColumns = _filters * _groups, resultColumn = group * _filters;
            byte* scratch = run->Scratch + (worker * ScratchStride);
            bool inScratch = run->C == null && _cut.Stretches == 1;
            nint stride = inScratch ? _blockStride : resultColumns;
            T* block = inScratch ? (T*)(scratch + _blockOffset)
                : (_cut.Stretches > 1
                    ? (T*)run->Partial + ((long)stretch * _grid.Depth * resultColumns)
                    : (T*)run->C) + ((long)element * resultColumns) + resultColumn;
            Multiply(run, scratch, piece, group, stretch, elements, block, stride);
            if (_cut.Stretches == 1)
            {
                _epilogue?.Apply(
                    run->Slots, (byte*)block, stride, element, resultColumn, elements, _filters, worker);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(
            RunFrame* run, byte* scratch, int piece, int group, int stretch, int elements, T* block, nint stride)
        {
            if (_grid.Rows == 0)
            {
                for (int i = 0; i < elements; i++)
                {
                    new Span<T>(block + (i * stride), _filters).Clear();
                }

                return;
            }

            var patches = (T*)scratch;
            var packed = (T*)(scratch + _packedOffset);
            T* source = (T*)run->A + ((nint)group * _grid.Channels);
            nint gradientStride = (nint)_filters * _groups;
            TileFrame tile = default;
            tile.ARow = 1;
            tile.ADepth = _patchStride;
            tile.BDepth = _packs ? Packing<T>.PanelColumns : gradientStride;
            tile.CRow = stride;
            long end = Math.Min(_grid.Rows, (stretch + 1) * _cut.RowsOfStretch);
            for (long row = stretch * _cut.RowsOfStretch; row < end; row += RowBlock)
            {
                int rows = (int)Math.Min(RowBlock, end - row);
                tile.Depth = rows;
                _gather.Rows(source, row, rows, _runs[piece], patches, _patchStride);
                T* gradient = (T*)run->B + (row * gradientStride) + ((nint)group * _filters);
                if (_packs)
                {
                    nint panelStride = (nint)rows * Packing<T>.PanelColumns;
                    Packing<T>.PackBlock(gradient, gradientStride, 1, rows, _filters, packed);
                    PatchBlock<T>.MultiplyPanels(
                        _kernels, patches, packed, panelStride, block, elements, _filters, &tile);
                }
                else
                {
                    _kernels.MultiplyTiles(patches, gradient, block, elements, _filters, &tile);
                }

                tile.Adds = true;
            }
        }
    }
}
