using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Resampling;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Pooling;

/// <inheritdoc/>
/// <remarks>Numbers of taps are compared in lanes of the elements' type, which holds them exactly.</remarks>
internal sealed unsafe class MaxPoolLoops<TSimd, TVector, T> : MaxPoolLoops
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TapOffsets<T> _rows;
    private readonly TapOffsets<T> _columns;
    private readonly bool _inBytes;
    private readonly nint _rowCount;
    private readonly int _columnCount;
    private readonly nint _inner;
    private readonly nint _sourceLength;

    public MaxPoolLoops(TapGrid grid, bool inBytes)
    {
        long rowLength = grid.Columns.Source * grid.Inner;
        _rows = new TapOffsets<T>(grid.Rows, rowLength, grid.Columns.Limit, T.CreateChecked);
        _columns = new TapOffsets<T>(grid.Columns, grid.Inner, 1, T.CreateChecked);
        _inBytes = inBytes;
        (_rowCount, _columnCount, _inner) = (grid.Rows.Result, grid.Columns.Result, checked((nint)grid.Inner));
        _sourceLength = checked((nint)(grid.Rows.Source * rowLength));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Choose(byte* x, byte* y, byte* choice, nint start, nint count)
    {
        fixed (nint* rows = _rows.Places, columns = _columns.Places)
        fixed (T* numbers = _rows.Numbers)
        {
            TVector one = TSimd.Constant(1);
            nint position = start * _columnCount * _inner;
            for (nint line = start; line < start + count; line++)
            {
                (nint outer, nint row) = Math.DivRem(line, _rowCount);
                T* source = (T*)x + (outer * _sourceLength);
                int firstRow = _rows.Starts[row], endRow = _rows.Starts[row + 1];
                for (int column = 0; column < _columnCount; column++)
                {
                    nint* first = columns + _columns.Starts[column], end = columns + _columns.Starts[column + 1];
                    for (nint i = 0; i < _inner;)
                    {
                        int lanes = (int)nint.Min(TSimd.Count, _inner - i);
                        TVector best = Load(source + rows[firstRow] + *first + i, lanes), chosen = TSimd.Zero;
                        for (int r = firstRow; r < endRow; r++)
                        {
                            // The taps of a row have numbers one after another.
                            TVector number = TSimd.Create(numbers[r]);
                            T* pixels = source + rows[r] + i;
                            for (nint* c = first; c < end; c++)
                            {
                                TVector value = Load(pixels + *c, lanes);
                                TVector wins = TSimd.Or(TSimd.Greater(value, best), TSimd.NotEqual(value, value));
                                best = TSimd.Select(wins, value, best);
                                chosen = TSimd.Select(wins, number, chosen);
                                number = TSimd.Add(number, one);
                            }
                        }

                        Store(best, (T*)y + position, lanes);
                        StoreNumbers(chosen, choice, position, lanes);
                        (i, position) = (i + lanes, position + lanes);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Pick(byte* choice, byte* x, byte* y, nint start, nint count)
    {
        fixed (nint* rows = _rows.Places, columns = _columns.Places)
        fixed (T* numbers = _rows.Numbers)
        {
            TVector one = TSimd.Constant(1);
            nint position = start * _columnCount * _inner;
            for (nint line = start; line < start + count; line++)
            {
                (nint outer, nint row) = Math.DivRem(line, _rowCount);
                T* source = (T*)x + (outer * _sourceLength);
                int firstRow = _rows.Starts[row], endRow = _rows.Starts[row + 1];
                for (int column = 0; column < _columnCount; column++)
                {
                    nint* first = columns + _columns.Starts[column], end = columns + _columns.Starts[column + 1];
                    for (nint i = 0; i < _inner;)
                    {
                        int lanes = (int)nint.Min(TSimd.Count, _inner - i);
                        TVector chosen = LoadNumbers(choice, position, lanes), value = TSimd.Zero;
                        for (int r = firstRow; r < endRow; r++)
                        {
                            TVector number = TSimd.Create(numbers[r]);
                            T* pixels = source + rows[r] + i;
                            for (nint* c = first; c < end; c++)
                            {
                                value = TSimd.Select(TSimd.Equal(chosen, number), Load(pixels + *c, lanes), value);
                                number = TSimd.Add(number, one);
                            }
                        }

                        Store(value, (T*)y + position, lanes);
                        (i, position) = (i + lanes, position + lanes);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Gather(byte* choice, byte* x, byte* y, nint start, nint count)
    {
        fixed (nint* rows = _rows.Places, columns = _columns.Places)
        fixed (T* rowNumbers = _rows.Numbers, columnNumbers = _columns.Numbers)
        {
            T* target = (T*)y + (start * _columnCount * _inner);
            for (nint line = start; line < start + count; line++)
            {
                (nint outer, nint row) = Math.DivRem(line, _rowCount);
                nint source = outer * _sourceLength;
                int firstRow = _rows.Starts[row], endRow = _rows.Starts[row + 1];
                for (int column = 0; column < _columnCount; column++)
                {
                    int first = _columns.Starts[column], end = _columns.Starts[column + 1];
                    for (nint i = 0; i < _inner;)
                    {
                        int lanes = (int)nint.Min(TSimd.Count, _inner - i);
                        TVector sum = TSimd.Zero;
                        for (int r = firstRow; r < endRow; r++)
                        {
                            nint windows = source + rows[r] + i;
                            for (int c = first; c < end; c++)
                            {
                                nint window = windows + columns[c];
                                TVector number = TSimd.Create(rowNumbers[r] + columnNumbers[c]);
                                TVector isThis = TSimd.Equal(LoadNumbers(choice, window, lanes), number);
                                sum = TSimd.Add(sum, TSimd.And(isThis, Load((T*)x + window, lanes)));
                            }
                        }

                        Store(sum, target, lanes);
                        i += lanes;
                        target += lanes;
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector LoadNumbers(byte* choice, nint position, int lanes) => !_inBytes
        ? Load((T*)choice + position, lanes)
        : lanes == TSimd.Count
            ? TSimd.LoadUInt8(choice + position)
            : TSimd.LoadUInt8Partial(choice + position, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void StoreNumbers(TVector numbers, byte* choice, nint position, int lanes)
    {
        if (!_inBytes)
        {
            Store(numbers, (T*)choice + position, lanes);
        }
        else if (lanes == TSimd.Count)
        {
            TSimd.StoreUInt8(numbers, choice + position);
        }
        else
        {
            TSimd.StoreUInt8Partial(numbers, choice + position, lanes);
        }
    }

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
