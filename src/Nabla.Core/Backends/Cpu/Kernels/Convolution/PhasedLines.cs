using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The lines of pixels of a <see cref="PhasedProduct{T}"/>, cut into chunks.</summary>
internal sealed unsafe class PhasedLines<T> : ParallelWork
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int RowsOfChunk = 192;
    private const int FewestColumns = 64;

    private readonly KernelSet<T> _kernels = KernelSet<T>.Best;
    private readonly ConvPhase<T>[] _phases;
    private readonly BlockEpilogue? _epilogue;
    private readonly int _groups;
    private readonly int _columns;
    private readonly long _lines;
    private readonly int _linesOfChunk;
    private readonly int _linePieces;
    private readonly int _columnsOfChunk;
    private readonly int _columnPieces;
    private readonly long _localOffset;
    private readonly int _width;
    private readonly (int Planes, int Lines) _extents;
    private readonly (int Plane, int Line, int Column) _strides;
    private readonly long _productOffset;
    private readonly long _blockOffset;

    public PhasedLines(
        ConvPhase<T>[] phases, SlidingWindow window, int groups, Shape image, bool isFrozen, BlockEpilogue? epilogue)
    {
        (_phases, _epilogue, _groups) = (phases, epilogue, groups);
        _columns = (int)(image[-1] / groups);
        int rank = window.Rank;
        _width = (int)image[rank];
        _extents = (rank > 2 ? (int)image[rank - 2] : 1, rank > 1 ? (int)image[rank - 1] : 1);
        _strides = (
            rank > 2 ? (int)window.Strides[rank - 3] : 1, rank > 1 ? (int)window.Strides[rank - 2] : 1,
            (int)window.Strides[rank - 1]);
        _lines = image[0] * _extents.Planes * _extents.Lines;
        int wanted = Math.Max(1, RowsOfChunk / Math.Max(_width, 1));
        _linesOfChunk = (int)Math.Min(Rounding.Up(wanted, _strides.Line), Math.Max(_lines, 1));

        // A single image of many channels is cut by channels; what one chunk alone reads of the kernel it packs
        // itself.
        _linePieces = checked((int)Rounding.DivideUp(_lines, _linesOfChunk));
        int pieces = groups > 1 || _linePieces >= MatrixProductPlan.FewChunks
            ? 1
            : Math.Clamp(
                _columns / FewestColumns, 1,
                (int)Rounding.DivideUp(MatrixProductPlan.FewChunks, Math.Max(_linePieces, 1)));
        _columnsOfChunk = (int)Math.Max(
            1,
            pieces == 1
                ? _columns
                : Rounding.Up(Rounding.DivideUp(_columns, pieces), Packing<T>.PanelColumns));
        _columnPieces = Math.Max(1, (int)Rounding.DivideUp(_columns, _columnsOfChunk));
        SharesPanels = isFrozen || _linePieces > 1;

        long patches = 0;
        int depth = 0;
        foreach (ConvPhase<T> phase in phases)
        {
            patches = Math.Max(patches, (long)_linesOfChunk * phase.Grid.Columns.Grid * phase.Plan.PatchStride);
            depth = Math.Max(depth, phase.Plan.DepthBlock);
        }

        ProductStride = PatchProductPlan.OddLines(_columnsOfChunk, sizeof(T));
        _productOffset = Rounding.Up(patches * sizeof(T), CacheLine.Bytes);
        _localOffset = _productOffset + ((long)_linesOfChunk * _width * ProductStride * sizeof(T));
        _blockOffset = _localOffset + (SharesPanels ? 0 : PatchBlock<T>.LocalBytes(depth));
        long block = epilogue is null
            ? 0
            : (long)_linesOfChunk * _width * BlockColumns(_columnsOfChunk) * sizeof(T);
        ScratchStride = Rounding.Up(_blockOffset + block, CacheLine.Bytes) + (4 * CacheLine.Bytes);
    }

    public int Chunks => checked(_linePieces * _columnPieces);

    /// <summary>Whether the kernel is packed once for all chunks.</summary>
    public bool SharesPanels { get; }

    public long ScratchStride { get; }

    private int ProductStride { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(nint* slots, int chunk, int worker)
    {
        var run = (RunFrame*)slots;
        (int linePiece, int columnPiece) = Math.DivRem(chunk, _columnPieces);
        long first = (long)linePiece * _linesOfChunk;
        int lines = (int)Math.Min(_linesOfChunk, _lines - first);
        int column = columnPiece * _columnsOfChunk;
        int columns = Math.Min(_columnsOfChunk, _columns - column);
        byte* scratch = run->Scratch + (worker * ScratchStride);
        bool inScratch = run->C == null;
        int stride = inScratch ? BlockColumns(columns) : _columns * _groups;
        T* block = inScratch
            ? (T*)(scratch + _blockOffset)
            : (T*)run->C + (first * _width * stride) + column;
        for (int group = 0; group < _groups; group++)
        {
            foreach (ConvPhase<T> phase in _phases)
            {
                Multiply(run, phase, group, first, lines, column, columns, scratch, block, stride);
            }
        }

        _epilogue?.Apply(
            run->Slots, (byte*)block, stride, first * _width, column, lines * _width, BlockColumns(columns),
            worker);
    }

    /// <summary>The columns of a block: all groups', where it has all columns of a group.</summary>
    private int BlockColumns(int columns) => columns * _groups;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply(
        RunFrame* run, ConvPhase<T> phase, int group, long first, int lines, int column, int columns, byte* scratch,
        T* block, int stride)
    {
        PatchProductPlan plan = phase.Plan;
        var patches = (T*)scratch;
        var product = (T*)(scratch + _productOffset);
        int width = phase.Grid.Columns.Grid;
        int rows = Gathered(phase, first, lines) * width;
        if (rows == 0)
        {
            return;
        }

        TileFrame tile = default;
        tile.ARow = plan.PatchStride;
        tile.ADepth = 1;
        tile.BDepth = Packing<T>.PanelColumns;
        tile.CRow = ProductStride;
        for (int index = 0; index < plan.DepthBlocks && plan.Depth > 0; index++)
        {
            int depth = index * plan.DepthBlock;
            int count = Math.Min(plan.DepthBlock, plan.Depth - depth);
            tile.Depth = count;
            T* destination = patches;
            for (int line = 0; line < lines; line++)
            {
                if (RowOf(phase, first + line) is var row and >= 0)
                {
                    phase.Gather.Rows(
                        (T*)run->A + ((nint)group * phase.Grid.Channels), row, width, phase.Runs[index],
                        destination, plan.PatchStride);
                    destination += (nint)width * plan.PatchStride;
                }
            }

            if (SharesPanels)
            {
                var packed = (T*)(run->Partial + phase.PanelOffset);
                T* panels = phase.Panels!.Block(packed, group, depth, count, out nint panelStride);
                panels += column / Packing<T>.PanelColumns * panelStride;
                PatchBlock<T>.MultiplyPanels(
                    _kernels, patches, panels, panelStride, product, rows, columns, &tile);
            }
            else
            {
                PatchBlock<T>.PackAndMultiply(
                    _kernels, phase.Panels!, (T*)run->B, patches, (T*)(scratch + _localOffset), group, depth,
                    rows, column, columns, product, &tile);
            }

            tile.Adds = true;
        }

        if (plan.Depth == 0)
        {
            new Span<T>(product, rows * ProductStride).Clear();
        }

        Spread(phase, first, lines, columns, product, block + ((nint)group * columns), stride);
    }

    private void Spread(ConvPhase<T> phase, long first, int lines, int columns, T* product, T* block, int stride)
    {
        for (int line = 0; line < lines; line++)
        {
            if (RowOf(phase, first + line) < 0)
            {
                continue;
            }

            T* destination = block + ((((nint)line * _width) + phase.FirstColumn) * stride);
            for (int column = 0; column < phase.Grid.Columns.Grid; column++)
            {
                new ReadOnlySpan<T>(product, columns).CopyTo(new Span<T>(destination, columns));
                product += ProductStride;
                destination += (nint)_strides.Column * stride;
            }
        }
    }

    private int Gathered(ConvPhase<T> phase, long first, int lines)
    {
        int count = 0;
        for (int line = 0; line < lines; line++)
        {
            count += RowOf(phase, first + line) >= 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The first patch of a line of pixels; negative where the line belongs to another phase.</summary>
    private long RowOf(ConvPhase<T> phase, long pixelLine)
    {
        (long plane, long line) = Math.DivRem(pixelLine, _extents.Lines);
        (long image, plane) = Math.DivRem(plane, _extents.Planes);
        if (plane % _strides.Plane != phase.FirstPlane || line % _strides.Line != phase.FirstLine)
        {
            return -1;
        }

        long patchPlane = (image * phase.Grid.Planes.Grid) + (plane / _strides.Plane);
        return ((patchPlane * phase.Grid.Lines.Grid) + (line / _strides.Line)) * phase.Grid.Columns.Grid;
    }
}
