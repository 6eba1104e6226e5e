using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// The input gradient of a strided convolution: pixels that are equally far from a multiple of the stride meet the same
/// elements of the kernel, so each such phase is a product of its own, without a multiplication by an inserted zero.
/// </summary>
/// <remarks>
/// A chunk is some whole lines of pixels, of one image some of their channels. Each phase is multiplied apart and put
/// where it belongs; then the lines are finished together.
/// </remarks>
internal sealed unsafe class PhasedProduct<T> : ConvAlgorithm<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int RowsOfChunk = 192;
    private const int FewestColumns = 64;

    private readonly WorkerTeam _team;
    private readonly Phase[] _phases;
    private readonly MultiplyLines _multiply;
    private readonly long _panelBytes;
    private readonly bool _isPrepared;
    private readonly bool _isEmpty;
    private readonly bool _wakes;

    /// <summary>Plans an input gradient.</summary>
    /// <param name="window">The window.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="image">[batch, spatial…, channels]: the result.</param>
    /// <param name="gradient">[batch, results…, filters]: the input.</param>
    /// <param name="isFrozen">Whether the kernel never changes.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    public PhasedProduct(
        SlidingWindow window, int groups, Shape image, Shape gradient, bool isFrozen, WorkerTeam team,
        BlockEpilogue? epilogue)
    {
        _team = team;
        _isEmpty = image.ElementCount == 0;
        _phases = [.. PhasesOf(window, image).Select(phase => new Phase(window, groups, image, gradient, phase))];
        long panelBytes = 0;
        foreach (Phase phase in _phases)
        {
            phase.PanelOffset = panelBytes;
            panelBytes += phase.Panels?.Bytes ?? 0;
        }

        _wakes = PatchProductPlan.IsWorthWaking(_phases.Sum(phase => phase.Plan.Work));
        _isPrepared = isFrozen && !_isEmpty && panelBytes > 0;
        _multiply = new MultiplyLines(_phases, window, groups, image, isFrozen, epilogue);
        _panelBytes = _multiply.SharesPanels ? panelBytes : 0;
    }

    public override string Name => "phases of patches";

    public override long WorkspaceBytes => (_isPrepared ? 0 : _panelBytes) + (_multiply.ScratchStride * _team.Size);

    public override PreparedForm? Form => _isPrepared
        ? new PreparedForm(
            "panels of phases", _panelBytes,
            [.. _phases.SelectMany(phase => phase.Panels?.Form.Parameters.Span.ToArray() ?? [])])
        : null;

    public override void Prepare(T* b, byte* prepared)
    {
        RunFrame frame = default;
        frame.B = (byte*)b;
        Pack(&frame, prepared);
    }

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
        frame.Partial = _isPrepared ? (byte*)b : workspace;
        frame.Scratch = _isPrepared ? workspace : workspace + _panelBytes;
        if (!_isPrepared && _multiply.SharesPanels)
        {
            Pack(&frame, workspace);
        }

        _team.Run(_multiply, (nint*)&frame, _multiply.Chunks, _wakes);
    }

    private void Pack(RunFrame* frame, byte* packed)
    {
        foreach (Phase phase in _phases)
        {
            if (phase.Panels is { } panels)
            {
                frame->PackedRight = packed + phase.PanelOffset;
                _team.Run(panels, (nint*)frame, panels.Chunks, phase.Plan.Wakes);
            }
        }
    }

    private static IEnumerable<int[]> PhasesOf(SlidingWindow window, Shape image)
    {
        IEnumerable<int[]> phases = [[]];
        for (int axis = 0; axis < window.Rank; axis++)
        {
            int count = (int)Math.Min(window.Strides[axis], image[axis + 1]);
            phases = phases.SelectMany(
                phase => Enumerable.Range(0, count).Select(next => (int[])[.. phase, next]));
        }

        return phases;
    }

    /// <summary>The pixels that are equally far from a multiple of the stride.</summary>
    private sealed class Phase
    {
        public Phase(SlidingWindow window, int groups, Shape image, Shape gradient, int[] phase)
        {
            Grid = PatchGrid.OfPhase(window, groups, image, gradient, phase);
            int columns = checked((int)(image[-1] / groups));
            Plan = new PatchProductPlan(Grid.Rows, Grid.Depth, columns, groups, sizeof(T), hasEpilogue: false);
            Panels = Grid.Depth > 0 && Grid.Rows > 0 ? new KernelPanels<T>(Plan, Grid, window, isTurned: true) : null;
            Gather = new PatchGather<T>(Grid);
            Runs =
            [
                .. Enumerable.Range(0, Plan.DepthBlocks).Select(block => Grid.Runs(
                    block * Plan.DepthBlock, Math.Min((block + 1) * Plan.DepthBlock, Plan.Depth))),
            ];
            (FirstPlane, FirstLine, FirstColumn) = (
                phase.Length > 2 ? phase[^3] : 0, phase.Length > 1 ? phase[^2] : 0, phase[^1]);
        }

        public PatchGrid Grid { get; }

        public PatchProductPlan Plan { get; }

        public KernelPanels<T>? Panels { get; }

        public PatchGather<T> Gather { get; }

        public PatchRun[][] Runs { get; }

        public int FirstPlane { get; }

        public int FirstLine { get; }

        public int FirstColumn { get; }

        public long PanelOffset { get; set; }
    }

    private sealed class MultiplyLines : ParallelWork
    {
        private readonly KernelSet<T> _kernels = KernelSet<T>.Best;
        private readonly Phase[] _phases;
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

        public MultiplyLines(
            Phase[] phases, SlidingWindow window, int groups, Shape image, bool isFrozen, BlockEpilogue? epilogue)
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
            _linesOfChunk = (int)Math.Min(
                Rounding.Up(wanted, _strides.Line), Math.Max(_lines, 1));

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
                    : Rounding.Up(
                        Rounding.DivideUp(_columns, pieces), Packing<T>.PanelColumns));
            _columnPieces = Math.Max(1, (int)Rounding.DivideUp(_columns, _columnsOfChunk));
            SharesPanels = isFrozen || _linePieces > 1;

            long patches = 0;
            int depth = 0;
            foreach (Phase phase in phases)
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
                foreach (Phase phase in _phases)
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
            RunFrame* run, Phase phase, int group, long first, int lines, int column, int columns, byte* scratch,
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

        private void Spread(Phase phase, long first, int lines, int columns, T* product, T* block, int stride)
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

        private int Gathered(Phase phase, long first, int lines)
        {
            int count = 0;
            for (int line = 0; line < lines; line++)
            {
                count += RowOf(phase, first + line) >= 0 ? 1 : 0;
            }

            return count;
        }

        /// <summary>The first patch of a line of pixels; negative where the line belongs to another phase.</summary>
        private long RowOf(Phase phase, long pixelLine)
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
}
