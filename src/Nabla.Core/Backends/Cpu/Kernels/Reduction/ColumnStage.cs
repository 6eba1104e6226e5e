using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Programs;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>Folds an axis that is not the innermost: rows are folded into a row, column by column.</summary>
internal sealed unsafe class ColumnStage : ReductionStage
{
    private const long BlockColumns = 2048;
    private const long TileElements = 4096;
    private const long LongAxis = 512;
    private const long SegmentElements = 1 << 15;
    private const long SmallestSegment = 256;

    private readonly ReductionBody _body;
    private readonly ReductionSource _source;
    private readonly int _axis;
    private readonly long _extent;
    private readonly long _segment;
    private readonly long _between;
    private readonly long _columns;
    private readonly long _blocks;

    public ColumnStage(ReductionBody body, LoopNest nest, int axis, ReductionSource source, WorkEstimate estimate)
    {
        (_body, _source, _axis) = (body, source, axis);
        _extent = nest.Extents[axis];
        _columns = nest.Extents[^1];
        _between = nest.Extents[(axis + 1)..^1].Aggregate(1L, (product, extent) => product * extent);
        long before = nest.Extents[..axis].Aggregate(1L, (product, extent) => product * extent);
        _segment = _extent > LongAxis
            ? Math.Max(SmallestSegment, SegmentElements / Math.Max(_columns, 1))
            : Math.Max(_extent, 1);
        Segments = Math.Max((_extent + _segment - 1) / _segment, 1);
        _blocks = (_columns + BlockColumns - 1) / BlockColumns;
        Plan(
            before * Segments * _between * _blocks, estimate,
            Math.Min(_segment, _extent) * Math.Min(_columns, BlockColumns));
    }

    public override long Segments { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void RunUnits(nint* slots, long first, long end, byte* result)
    {
        for (long unit = first; unit < end; unit++)
        {
            (long rest, long block) = Math.DivRem(unit, _blocks);
            (rest, long between) = Math.DivRem(rest, _between);
            (long before, long segment) = Math.DivRem(rest, Segments);
            long column = block * BlockColumns, start = segment * _segment;
            long columns = Math.Min(BlockColumns, _columns - column), rows = Math.Min(_segment, _extent - start);
            long place = (((((before * Segments) + segment) * _between) + between) * _columns) + column;
            byte* target = result + (place * _body.ElementBytes);
            if (_source.Producer is { } producer)
            {
                Produce(producer, slots, before, between, start, column, rows, columns, target);
            }
            else
            {
                nint stride = _source.StepOf(_axis);
                byte* x = _source.Address(slots, (before * _between) + between, _axis)
                    + (start * stride) + (column * _body.ElementBytes);
                _body.Columns(x, stride, rows, columns, target);
            }
        }
    }

    /// <summary>
    /// As many rows at a time as a tile holds, a multiple of four, so that they are grouped as rows in memory are.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Produce(
        ProgramTiles producer, nint* slots, long before, long between, long start, long column,
        long rows, long columns, byte* target)
    {
        const int Alignment = 64;
        if (rows == 0)
        {
            _body.Identity(target, columns);
            return;
        }

        long high = _between == 1 ? Math.Max(TileElements / columns / 4 * 4, 4) : 4;
        byte* memory = stackalloc byte[checked((int)(Math.Min(high, rows) * columns * _body.ElementBytes)) + Alignment];
        byte* tile = (byte*)(((nint)memory + Alignment - 1) / Alignment * Alignment);
        nint stride = (nint)columns * _body.ElementBytes;
        bool isFirst = true;
        for (long row = 0; row < rows; row += high, isFirst = false)
        {
            long count = Math.Min(high, rows - row);
            if (_between == 1)
            {
                (long outer, long inner) = Math.DivRem((before * _extent) + start + row, producer.Rows);
                producer.Run(slots, outer, inner, column, (nint)count, (nint)columns, tile, stride);
            }
            else
            {
                for (long i = 0; i < count; i++)
                {
                    (long outer, long inner) = Math.DivRem(
                        (((before * _extent) + start + row + i) * _between) + between, producer.Rows);
                    producer.Run(slots, outer, inner, column, 1, (nint)columns, tile + (i * stride), stride);
                }
            }

            _body.Columns(tile, stride, count, columns, target, isFirst);
        }
    }
}
