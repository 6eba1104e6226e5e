using Nabla.Backends.Cpu.Programs;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Normalization;

/// <summary>Two numbers for each channel from the rows of [outer, rows, channels]: twice [outer, channels].</summary>
/// <remarks>
/// Rows are cut into segments by shape alone, each folded by one thread into memory of its own; the segments of an
/// outer index are then joined as a tree, so that any number of threads gives the same bits.
/// </remarks>
internal abstract unsafe class ChannelReduction : Kernel
{
    private const long TileBytes = 1 << 14;
    private const long LowestTile = 16;
    private const long HighestTile = 64;
    private const long SegmentElements = 1 << 15;
    private const long MostSegments = 256;

    private readonly Segments _segments;
    private readonly WorkerTeam _team;
    private readonly bool _isShared;
    private readonly bool _wakes;
    private readonly int _chunks;
    private readonly long _unitsOfChunk;
    private readonly long _outer;
    private readonly long _rows;
    private readonly long _rowsOfSegment;
    private readonly long _segmentCount;
    private readonly int _workspace;
    private readonly int _first;
    private readonly int _second;

    protected ChannelReduction(CallPlan plan, KernelContext context, double cyclesOfVector)
    {
        Operand x = plan.Inputs[0];
        (_outer, _rows, Channels) = (x.Layout.Shape[0], x.Layout.Shape[1], x.Layout.Shape[2]);
        (_first, _second) = (plan.Outputs[0].Slot, plan.Outputs[1].Slot);
        (_team, _workspace) = (context.Team, context.WorkspaceSlot);
        ElementBytes = x.DType.Size;
        Loops = ChannelLoops.Create(x.DType);
        RowsOfTile = Math.Clamp(TileBytes / Math.Max(Channels * ElementBytes, 1), LowestTile, HighestTile);
        long wanted = Math.Max(SegmentElements / Math.Max(Channels, 1), (_rows + MostSegments - 1) / MostSegments);
        _rowsOfSegment = (Math.Max(wanted, 1) + RowsOfTile - 1) / RowsOfTile * RowsOfTile;
        _segmentCount = Math.Max((_rows + _rowsOfSegment - 1) / _rowsOfSegment, 1);
        long units = _outer * _segmentCount, unitElements = Math.Min(_rows, _rowsOfSegment) * Channels;
        WorkEstimate estimate = WorkEstimate.Of(units * unitElements, ElementBytes, cyclesOfVector);
        (_isShared, _wakes) = (estimate.IsShared, estimate.Wakes);
        _unitsOfChunk = Math.Max(SegmentElements / Math.Max(unitElements, 1), 1);
        _chunks = checked((int)((units + _unitsOfChunk - 1) / _unitsOfChunk));
        _segments = new Segments(this, units);
    }

    /// <summary>Room for both numbers of each channel of each segment, where there are several.</summary>
    public sealed override long WorkspaceBytes => _segmentCount == 1 ? 0 : _outer * _segmentCount * 2 * RowBytes;

    protected ChannelLoops Loops { get; }

    protected long Channels { get; }

    protected long RowsOfTile { get; }

    protected int ElementBytes { get; }

    protected long RowBytes => Channels * ElementBytes;

    public sealed override void Run(nint* slots)
    {
        if (Channels == 0)
        {
            return;
        }

        if (_isShared)
        {
            _team.Run(_segments, slots, _chunks, _wakes);
        }
        else
        {
            for (int chunk = 0; chunk < _chunks; chunk++)
            {
                _segments.Run(slots, chunk, 0);
            }
        }

        for (long outer = 0; outer < _outer; outer++)
        {
            byte* first = (byte*)slots[_first] + (outer * RowBytes);
            byte* second = (byte*)slots[_second] + (outer * RowBytes);
            if (_segmentCount > 1)
            {
                byte* segments = SegmentAt(slots, outer, 0);
                JoinAll(segments);
                Buffer.MemoryCopy(segments, first, RowBytes, RowBytes);
                Buffer.MemoryCopy(segments + RowBytes, second, RowBytes, RowBytes);
            }

            Finish(second, _rows);
        }
    }

    /// <summary>Folds rows of an outer index.</summary>
    protected abstract void Fold(nint* slots, long outer, long row, long rows, byte* first, byte* second);

    /// <summary>Joins what was folded from neighbouring rows.</summary>
    protected abstract void Join(
        long rows, byte* first, byte* second, long otherRows, byte* otherFirst, byte* otherSecond);

    /// <summary>What is left to do to the second number, when all rows are in.</summary>
    protected virtual void Finish(byte* second, long rows)
    {
    }

    private byte* SegmentAt(nint* slots, long outer, long segment) =>
        (byte*)slots[_workspace] + (((outer * _segmentCount) + segment) * 2 * RowBytes);

    private void JoinAll(byte* segments)
    {
        for (long width = 1; width < _segmentCount; width *= 2)
        {
            for (long left = 0; left + width < _segmentCount; left += 2 * width)
            {
                byte* first = segments + (left * 2 * RowBytes), other = first + (width * 2 * RowBytes);
                long start = (left + width) * _rowsOfSegment;
                Join(
                    width * _rowsOfSegment, first, first + RowBytes,
                    Math.Min(width * _rowsOfSegment, _rows - start), other, other + RowBytes);
            }
        }
    }

    private sealed class Segments(ChannelReduction kernel, long units) : ParallelWork
    {
        public override void Run(nint* slots, int chunk, int worker)
        {
            long end = Math.Min(units, (chunk + 1) * kernel._unitsOfChunk);
            for (long unit = chunk * kernel._unitsOfChunk; unit < end; unit++)
            {
                (long outer, long segment) = Math.DivRem(unit, kernel._segmentCount);
                long row = segment * kernel._rowsOfSegment;
                bool isWhole = kernel._segmentCount == 1;
                byte* first = isWhole
                    ? (byte*)slots[kernel._first] + (outer * kernel.RowBytes)
                    : kernel.SegmentAt(slots, outer, segment);
                byte* second = isWhole
                    ? (byte*)slots[kernel._second] + (outer * kernel.RowBytes)
                    : first + kernel.RowBytes;
                kernel.Fold(
                    slots, outer, row, Math.Min(kernel._rowsOfSegment, kernel._rows - row), first, second);
            }
        }
    }
}
