using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Programs;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>Folds the innermost axis: each row, or each segment of one, becomes one element.</summary>
internal sealed unsafe class RowStage : ReductionStage
{
    private const long LongRow = 1 << 16;
    private const long SegmentElements = 1 << 15;

    private readonly ReductionBody _body;
    private readonly ReductionSource _source;
    private readonly long _count;
    private readonly long _segment;

    public RowStage(ReductionBody body, LoopNest nest, ReductionSource source, WorkEstimate estimate)
    {
        (_body, _source) = (body, source);
        _count = nest.Extents[^1];
        _segment = _count >= LongRow ? SegmentElements : Math.Max(_count, 1);
        Segments = Math.Max((_count + _segment - 1) / _segment, 1);
        long rows = nest.Extents[..^1].Aggregate(1L, (product, extent) => product * extent);
        Plan(rows * Segments, estimate, Math.Min(_segment, _count));
    }

    public override long Segments { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void RunUnits(nint* slots, long first, long end, byte* result)
    {
        result += first * _body.ElementBytes;
        if (_source.Producer is { } producer)
        {
            Produce(producer, slots, first, end, result);
            return;
        }

        for (long unit = first; unit < end; unit++, result += _body.ElementBytes)
        {
            (long row, long segment) = Segments == 1 ? (unit, 0) : Math.DivRem(unit, Segments);
            long start = segment * _segment;
            byte* x = _source.Address(slots, row, -1) + (start * _body.ElementBytes);
            _body.Row(x, Math.Min(_segment, _count - start), result);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Produce(ProgramTiles producer, nint* slots, long first, long end, byte* result)
    {
        int block = _body.BlockElements;
        byte* memory =
            stackalloc byte[(block * _body.ElementBytes) + ReductionBody.LineBytes + ReductionBody.LineBytes];
        byte* line =
            (byte*)(((nint)memory + ReductionBody.LineBytes - 1) / ReductionBody.LineBytes * ReductionBody.LineBytes);
        byte* tile = line + ReductionBody.LineBytes;
        if (_count > block)
        {
            for (long unit = first; unit < end; unit++, result += _body.ElementBytes)
            {
                (long row, long segment) = Math.DivRem(unit, Segments);
                ProduceLong(producer, slots, row, segment * _segment, tile, line, result);
            }

            return;
        }

        nint stride = (nint)_count * _body.ElementBytes;
        for (long row = first; row < end;)
        {
            (long outer, long inner) = Math.DivRem(row, producer.Rows);
            long rows = Math.Min(Math.Min(block / Math.Max(_count, 1), producer.Rows - inner), end - row);
            producer.Run(slots, outer, inner, 0, (nint)rows, (nint)_count, tile, stride);
            for (long i = 0; i < rows; i++, result += _body.ElementBytes)
            {
                _body.Row(tile + (i * stride), _count, result);
            }

            row += rows;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ProduceLong(
        ProgramTiles producer, nint* slots, long row, long start, byte* tile, byte* line, byte* result)
    {
        long end = Math.Min(start + _segment, _count);
        (long outer, long inner) = Math.DivRem(row, producer.Rows);
        for (long column = start; column < end; column += _body.BlockElements)
        {
            nint count = (nint)Math.Min(_body.BlockElements, end - column);
            producer.Run(slots, outer, inner, column, 1, count, tile, count * _body.ElementBytes);
            _body.Block(tile, count, line, column == start);
        }

        _body.Fold(line, result);
    }
}
