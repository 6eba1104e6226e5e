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
/// A chunk is some whole lines of pixels. Each phase is multiplied apart and put where it belongs; then the lines are
/// finished together.
/// </remarks>
internal sealed unsafe class PhasedProduct<T> : ConvAlgorithm<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int RowsOfChunk = 192;
    private const int Line = 64;

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
        foreach (Phase phase in _phases)
        {
            phase.PanelOffset = _panelBytes;
            _panelBytes += phase.Panels?.Bytes ?? 0;
        }

        _wakes = PatchProductPlan.IsWorthWaking(_phases.Sum(phase => phase.Plan.Work));
        _isPrepared = isFrozen && !_isEmpty && _panelBytes > 0;
        _multiply = new MultiplyLines(_phases, window, groups, image, epilogue, RowsOfChunk);
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
        if (!_isPrepared)
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
        private readonly int _width;
        private readonly (int Planes, int Lines) _extents;
        private readonly (int Plane, int Line, int Column) _strides;
        private readonly long _productOffset;
        private readonly long _blockOffset;

        public MultiplyLines(
            Phase[] phases, SlidingWindow window, int groups, Shape image, BlockEpilogue? epilogue, int rowsOfChunk)
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
            int wanted = Math.Max(1, rowsOfChunk / Math.Max(_width, 1));
            _linesOfChunk = (int)Math.Min(
                MatrixProductPlan.RoundUp(wanted, _strides.Line), Math.Max(_lines, 1));

            long patches = 0;
            foreach (Phase phase in phases)
            {
                patches = Math.Max(patches, (long)_linesOfChunk * phase.Grid.Columns.Grid * phase.Plan.PatchStride);
            }

            int columnStride = PatchProductPlan.OddLines(_columns, sizeof(T));
            ProductStride = columnStride;
            _productOffset = MatrixProductPlan.RoundUp(patches * sizeof(T), Line);
            _blockOffset = _productOffset + ((long)_linesOfChunk * _width * columnStride * sizeof(T));
            long block = epilogue is null ? 0 : (long)_linesOfChunk * _width * _columns * groups * sizeof(T);
            ScratchStride = MatrixProductPlan.RoundUp(_blockOffset + block, Line) + (4 * Line);
        }

        public int Chunks => checked((int)MatrixProductPlan.Divide(_lines, _linesOfChunk));

        public long ScratchStride { get; }

        private int ProductStride { get; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var run = (RunFrame*)slots;
            long first = (long)chunk * _linesOfChunk;
            int lines = (int)Math.Min(_linesOfChunk, _lines - first);
            byte* scratch = run->Scratch + (worker * ScratchStride);
            int resultColumns = _columns * _groups;
            T* block = run->C == null
                ? (T*)(scratch + _blockOffset)
                : (T*)run->C + (first * _width * resultColumns);
            for (int group = 0; group < _groups; group++)
            {
                foreach (Phase phase in _phases)
                {
                    Multiply(run, phase, group, first, lines, scratch, block);
                }
            }

            _epilogue?.Apply(
                run->Slots, (byte*)block, resultColumns, first * _width, 0, lines * _width, resultColumns, worker);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(RunFrame* run, Phase phase, int group, long first, int lines, byte* scratch, T* block)
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

                var packed = (T*)(run->Partial + phase.PanelOffset);
                T* panels = phase.Panels!.Block(packed, group, depth, count, out nint panelStride);
                PatchBlock<T>.MultiplyPanels(
                    _kernels, patches, panels, panelStride, product, rows, _columns, &tile);
                tile.Adds = true;
            }

            if (plan.Depth == 0)
            {
                new Span<T>(product, rows * ProductStride).Clear();
            }

            Spread(phase, group, first, lines, product, block);
        }

        private void Spread(Phase phase, int group, long first, int lines, T* product, T* block)
        {
            int resultColumns = _columns * _groups;
            for (int line = 0; line < lines; line++)
            {
                if (RowOf(phase, first + line) < 0)
                {
                    continue;
                }

                T* destination = block + ((((nint)line * _width) + phase.FirstColumn) * resultColumns)
                    + ((nint)group * _columns);
                for (int column = 0; column < phase.Grid.Columns.Grid; column++)
                {
                    new ReadOnlySpan<T>(product, _columns).CopyTo(new Span<T>(destination, _columns));
                    product += ProductStride;
                    destination += (nint)_strides.Column * resultColumns;
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
