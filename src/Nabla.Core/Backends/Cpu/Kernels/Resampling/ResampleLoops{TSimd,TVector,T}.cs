using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <inheritdoc/>
internal sealed unsafe class ResampleLoops<TSimd, TVector, T> : ResampleLoops
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TapOffsets<T> _rows;
    private readonly TapOffsets<T> _columns;
    private readonly nint _rowCount;
    private readonly int _columnCount;
    private readonly nint _inner;
    private readonly nint _sourceLength;
    private readonly bool _hasWeights;
    private readonly bool _hasDivisors;
    private readonly CopyRuns? _copies;

    public ResampleLoops(TapGrid grid)
    {
        long rowLength = grid.Columns.Source * grid.Inner;
        _rows = new TapOffsets<T>(grid.Rows, rowLength, 1, T.CreateChecked);
        _columns = new TapOffsets<T>(grid.Columns, grid.Inner, 1, T.CreateChecked);
        (_rowCount, _columnCount, _inner) = (grid.Rows.Result, grid.Columns.Result, checked((nint)grid.Inner));
        _sourceLength = checked((nint)(grid.Rows.Source * rowLength));
        _hasWeights = grid.Rows.HasWeights || grid.Columns.HasWeights;
        _hasDivisors = grid.Rows.HasDivisors || grid.Columns.HasDivisors;
        _copies = grid.Rows.IsCopy && grid.Columns.IsCopy ? new CopyRuns(grid, sizeof(T)) : null;
    }

    public override void Run(byte* x, byte* y, nint start, nint count)
    {
        nint length = _columnCount * _inner;
        T* above = null;
        for (nint line = start; line < start + count; line++)
        {
            (nint outer, nint row) = Math.DivRem(line, _rowCount);
            T* source = (T*)x + (outer * _sourceLength), target = (T*)y + (line * length);
            if (_copies is not null)
            {
                T* copied = source + _rows.Places[row];
                if (above == copied)
                {
                    Buffer.MemoryCopy(target - length, target, length * sizeof(T), length * sizeof(T));
                }
                else
                {
                    _copies.Row((byte*)copied, (byte*)target);
                }

                above = copied;
            }
            else if (_hasWeights)
            {
                Weigh(source, target, row);
            }
            else
            {
                Add(source, target, row);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(T* source, T* target, nint row)
    {
        fixed (nint* rows = _rows.Places, columns = _columns.Places)
        {
            nint* firstRow = rows + _rows.Starts[row], endRow = rows + _rows.Starts[row + 1];
            for (int column = 0; column < _columnCount; column++)
            {
                nint* first = columns + _columns.Starts[column], end = columns + _columns.Starts[column + 1];
                TVector divisor = TSimd.Create(_rows.Divisors[row] * _columns.Divisors[column]);
                nint i = 0;
                for (; i <= _inner - (2 * TSimd.Count); i += 2 * TSimd.Count, target += 2 * TSimd.Count)
                {
                    TVector left = TSimd.Zero, right = TSimd.Zero;
                    for (nint* r = firstRow; r < endRow; r++)
                    {
                        T* line = source + *r + i;
                        for (nint* c = first; c < end; c++)
                        {
                            left = TSimd.Add(left, TSimd.Load(line + *c));
                            right = TSimd.Add(right, TSimd.Load(line + *c + TSimd.Count));
                        }
                    }

                    TSimd.Store(Scale(left, divisor), target);
                    TSimd.Store(Scale(right, divisor), target + TSimd.Count);
                }

                while (i < _inner)
                {
                    int lanes = (int)nint.Min(TSimd.Count, _inner - i);
                    TVector sum = TSimd.Zero;
                    for (nint* r = firstRow; r < endRow; r++)
                    {
                        T* line = source + *r + i;
                        for (nint* c = first; c < end; c++)
                        {
                            sum = TSimd.Add(sum, Load(line + *c, lanes));
                        }
                    }

                    Store(Scale(sum, divisor), target, lanes);
                    i += lanes;
                    target += lanes;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Weigh(T* source, T* target, nint row)
    {
        fixed (nint* rows = _rows.Places, columns = _columns.Places)
        fixed (T* rowWeights = _rows.Weights, columnWeights = _columns.Weights)
        {
            int firstRow = _rows.Starts[row], endRow = _rows.Starts[row + 1];
            for (int column = 0; column < _columnCount; column++)
            {
                int first = _columns.Starts[column], end = _columns.Starts[column + 1];
                TVector divisor = TSimd.Create(_rows.Divisors[row] * _columns.Divisors[column]);
                for (nint i = 0; i < _inner;)
                {
                    int lanes = (int)nint.Min(TSimd.Count, _inner - i);
                    TVector sum = TSimd.Zero;
                    for (int r = firstRow; r < endRow; r++)
                    {
                        T* line = source + rows[r] + i;
                        TVector part = TSimd.Zero;
                        for (int c = first; c < end; c++)
                        {
                            part = TSimd.MultiplyAdd(
                                Load(line + columns[c], lanes), TSimd.Create(columnWeights[c]), part);
                        }

                        sum = TSimd.MultiplyAdd(part, TSimd.Create(rowWeights[r]), sum);
                    }

                    Store(Scale(sum, divisor), target, lanes);
                    i += lanes;
                    target += lanes;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Scale(TVector sum, TVector divisor) => _hasDivisors ? TSimd.Divide(sum, divisor) : sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Load(T* source, int lanes) =>
        lanes == TSimd.Count ? TSimd.Load(source) : TSimd.LoadPartial(source, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector value, T* destination, int lanes)
    {
        if (lanes == TSimd.Count)
        {
            TSimd.Store(value, destination);
        }
        else
        {
            TSimd.StorePartial(value, destination, lanes);
        }
    }
}
