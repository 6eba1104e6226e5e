using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <inheritdoc/>
/// <remarks>
/// The taps of neighbouring elements lie alike, so that they are listed once for a run of them: distances, and numbers
/// or weights. Long lists are taken in pieces, between which the state lies in the result.
/// </remarks>
internal sealed unsafe class TapLoops<TOperation, TSimd, TVector, T> : TapLoops
    where TOperation : ITapOperation
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int ListLength = 64;
    private const int Block = 4;

    private readonly TapTable _rows;
    private readonly TapTable _columns;
    private readonly ColumnRun[] _runs;
    private readonly nint _inner;
    private readonly nint _sourceRow;

    public TapLoops(TapGrid grid)
    {
        (_rows, _columns, _inner) = (grid.Rows, grid.Columns, checked((nint)grid.Inner));
        _sourceRow = checked((nint)(grid.Columns.Source * grid.Inner));
        _runs = ColumnRun.Of(grid.Columns);
    }

    [SkipLocalsInit]
    public override void Run(byte* x, byte* numbers, byte* y, nint start, nint count)
    {
        nint* offsets = stackalloc nint[ListLength];
        T* factors = stackalloc T[ListLength];
        nint length = _columns.Result * _inner, image = _rows.Source * _sourceRow;
        for (nint line = start; line < start + count; line++)
        {
            (nint outer, nint row) = Math.DivRem(line, _rows.Result);
            T* source = (T*)x + (outer * image), target = (T*)y + (line * length);
            nint first = TOperation.NumbersFollowSource ? outer * image : line * length;
            byte* saved = numbers + (first * TOperation.NumberBytes<T>());
            foreach (ColumnRun run in _runs)
            {
                List(source, saved, target, (int)row, run, offsets, factors);
            }
        }
    }

    /// <summary>Takes all taps of a run, a list at a time.</summary>
    private void List(
        T* source, byte* numbers, T* target, int row, in ColumnRun run, nint* offsets, T* factors)
    {
        // Elements without gaps, between them and between their taps, are one long one.
        bool isDense = run is { Step: 1, Advance: 1 } or { Count: 1 };
        nint inner = isDense ? run.Count * _inner : _inner;
        nint count = isDense ? 1 : run.Count;
        nint sourceStep = run.Advance * _inner, targetStep = run.Step * _inner;
        source += run.Place * _inner;
        target += run.First * _inner;
        numbers += (TOperation.NumbersFollowSource ? run.Place : run.First) * _inner * TOperation.NumberBytes<T>();

        int rowStart = _rows.Starts[row], columnStart = _columns.Starts[run.First];
        int columnTaps = _columns.Starts[run.First + 1] - columnStart;
        int taps = (_rows.Starts[row + 1] - rowStart) * columnTaps, taken = 0;
        T divisor = TOperation.HasNumbers
            ? T.One
            : T.CreateChecked(_rows.Divisors[row] * _columns.Divisors[run.First]);
        do
        {
            int listed = Math.Min(taps - taken, ListLength);
            for (int i = 0; i < listed; i++)
            {
                (int r, int c) = Math.DivRem(taken + i, columnTaps);
                (r, c) = (rowStart + r, columnStart + c);
                offsets[i] = (_rows.Places[r] * _sourceRow) + ((_columns.Places[c] - run.Place) * _inner);
                factors[i] = TOperation.HasNumbers
                    ? T.CreateChecked(((long)_rows.Numbers[r] * _columns.Limit) + _columns.Numbers[c])
                    : T.CreateChecked(_rows.Weights[r] * _columns.Weights[c]);
            }

            bool isFirst = taken == 0;
            taken += listed;
            Elements(
                source, numbers, target, inner, count, sourceStep, targetStep, offsets, factors, listed, isFirst,
                taken == taps ? divisor : T.One);
        }
        while (taken < taps);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Elements(
        T* source, byte* numbers, T* target, nint inner, nint count, nint sourceStep, nint targetStep,
        nint* offsets, T* factors, int taps, bool isFirst, T divisor)
    {
        nint numberStep = (TOperation.NumbersFollowSource ? sourceStep : targetStep) * TOperation.NumberBytes<T>();
        for (; count > 0; count--, source += sourceStep, target += targetStep, numbers += numberStep)
        {
            nint i = 0;
            for (; i <= inner - (Block * TSimd.Count); i += Block * TSimd.Count)
            {
                Four(
                    source + i, numbers + (i * TOperation.NumberBytes<T>()), target + i, offsets, factors, taps,
                    isFirst, divisor);
            }

            for (; i <= inner - TSimd.Count; i += TSimd.Count)
            {
                One<TSimd, TVector>(
                    source + i, numbers + (i * TOperation.NumberBytes<T>()), target + i, offsets, factors, taps,
                    isFirst, divisor);
            }

            for (; i < inner; i++)
            {
                One<SimdScalar<T>, T>(
                    source + i, numbers + (i * TOperation.NumberBytes<T>()), target + i, offsets, factors, taps,
                    isFirst, divisor);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void One<TWidth, TRegister>(
        T* source, byte* numbers, T* target, nint* offsets, T* factors, int taps, bool isFirst, T divisor)
        where TWidth : ISimd<TRegister, T>
        where TRegister : unmanaged
    {
        TOperation.Start<TWidth, TRegister, T>(
            source + *offsets, numbers, target, TWidth.Create(*factors), isFirst,
            out TRegister value, out TRegister number);
        for (int k = TOperation.StartsWithTap && isFirst ? 1 : 0; k < taps; k++)
        {
            TOperation.Fold<TWidth, TRegister, T>(
                source + offsets[k], numbers + (offsets[k] * TOperation.NumberBytes<T>()),
                TWidth.Create(factors[k]), ref value, ref number);
        }

        TWidth.Store(divisor == T.One ? value : TWidth.Divide(value, TWidth.Create(divisor)), target);
        TOperation.StoreNumber<TWidth, TRegister, T>(number, numbers);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(
        T* source, byte* numbers, T* target, nint* offsets, T* factors, int taps, bool isFirst, T divisor)
    {
        int width = TSimd.Count, bytes = TOperation.NumberBytes<T>() * TSimd.Count;
        T* tap = source + *offsets;
        TVector factor = TSimd.Create(*factors);
        TOperation.Start<TSimd, TVector, T>(tap, numbers, target, factor, isFirst, out TVector a, out TVector m);
        TOperation.Start<TSimd, TVector, T>(
            tap + width, numbers + bytes, target + width, factor, isFirst, out TVector b, out TVector n);
        TOperation.Start<TSimd, TVector, T>(
            tap + (2 * width), numbers + (2 * bytes), target + (2 * width), factor, isFirst,
            out TVector c, out TVector o);
        TOperation.Start<TSimd, TVector, T>(
            tap + (3 * width), numbers + (3 * bytes), target + (3 * width), factor, isFirst,
            out TVector d, out TVector p);
        for (int k = TOperation.StartsWithTap && isFirst ? 1 : 0; k < taps; k++)
        {
            tap = source + offsets[k];
            byte* saved = numbers + (offsets[k] * TOperation.NumberBytes<T>());
            factor = TSimd.Create(factors[k]);
            TOperation.Fold<TSimd, TVector, T>(tap, saved, factor, ref a, ref m);
            TOperation.Fold<TSimd, TVector, T>(tap + width, saved + bytes, factor, ref b, ref n);
            TOperation.Fold<TSimd, TVector, T>(tap + (2 * width), saved + (2 * bytes), factor, ref c, ref o);
            TOperation.Fold<TSimd, TVector, T>(tap + (3 * width), saved + (3 * bytes), factor, ref d, ref p);
        }

        if (divisor != T.One)
        {
            factor = TSimd.Create(divisor);
            (a, b) = (TSimd.Divide(a, factor), TSimd.Divide(b, factor));
            (c, d) = (TSimd.Divide(c, factor), TSimd.Divide(d, factor));
        }

        TSimd.Store(a, target);
        TSimd.Store(b, target + width);
        TSimd.Store(c, target + (2 * width));
        TSimd.Store(d, target + (3 * width));
        TOperation.StoreNumber<TSimd, TVector, T>(m, numbers);
        TOperation.StoreNumber<TSimd, TVector, T>(n, numbers + bytes);
        TOperation.StoreNumber<TSimd, TVector, T>(o, numbers + (2 * bytes));
        TOperation.StoreNumber<TSimd, TVector, T>(p, numbers + (3 * bytes));
    }
}
