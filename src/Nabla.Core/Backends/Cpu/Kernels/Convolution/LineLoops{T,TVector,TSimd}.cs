using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <inheritdoc/>
/// <remarks>
/// A tile is six results of two vectors of filters, or eight of one: what sixteen registers hold. In the disassembly a
/// step of the depth of six results is 2 loads, 6 broadcasts and 12 multiply-adds. The last vectors end with the last
/// filter and so may overlap those before them, whose results they compute again to the same bits; no load or store is
/// partial.
/// </remarks>
internal sealed unsafe class LineLoops<T, TVector, TSimd> : LineLoops<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : unmanaged
    where TSimd : ISimd<TVector, T>
{
    private const int ColumnsOfTwo = 6;
    private const int ColumnsOfOne = 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Product(
        ConvRow<T>* rows, int count, LineFrame* frame, T* result, int columns, int filters)
    {
        nint weight = frame->Weight;
        int pair = 2 * TSimd.Count;
        for (int filter = 0; filter < filters;)
        {
            int left = filters - filter;
            bool isPair = left > TSimd.Count && filters >= pair;
            int width = isPair ? pair : TSimd.Count;
            int at = Math.Min(filter, filters - width);
            frame->Weight = weight + at;
            if (isPair)
            {
                Pair(rows, count, frame, result + at, columns);
            }
            else
            {
                Single(rows, count, frame, result + at, columns);
            }

            filter = at + width;
        }

        frame->Weight = weight;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pair(ConvRow<T>* rows, int count, LineFrame* frame, T* result, int columns)
    {
        nint source = frame->Source;
        while (columns > 0)
        {
            int tile = Tile(columns, ColumnsOfTwo);
            switch (tile)
            {
                case 1:
                    Tile<Extent.Of1, Extent.Of2>(rows, count, frame, result);
                    break;
                case 2:
                    Tile<Extent.Of2, Extent.Of2>(rows, count, frame, result);
                    break;
                case 3:
                    Tile<Extent.Of3, Extent.Of2>(rows, count, frame, result);
                    break;
                case 4:
                    Tile<Extent.Of4, Extent.Of2>(rows, count, frame, result);
                    break;
                case 5:
                    Tile<Extent.Of5, Extent.Of2>(rows, count, frame, result);
                    break;
                default:
                    Tile<Extent.Of6, Extent.Of2>(rows, count, frame, result);
                    break;
            }

            frame->Source += tile * frame->Step;
            result += tile * frame->ResultStep;
            columns -= tile;
        }

        frame->Source = source;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Single(ConvRow<T>* rows, int count, LineFrame* frame, T* result, int columns)
    {
        nint source = frame->Source;
        while (columns > 0)
        {
            int tile = Tile(columns, ColumnsOfOne);
            switch (tile)
            {
                case 1:
                    Tile<Extent.Of1, Extent.Of1>(rows, count, frame, result);
                    break;
                case 2:
                    Tile<Extent.Of2, Extent.Of1>(rows, count, frame, result);
                    break;
                case 3:
                    Tile<Extent.Of3, Extent.Of1>(rows, count, frame, result);
                    break;
                case 4:
                    Tile<Extent.Of4, Extent.Of1>(rows, count, frame, result);
                    break;
                case 5:
                    Tile<Extent.Of5, Extent.Of1>(rows, count, frame, result);
                    break;
                case 6:
                    Tile<Extent.Of6, Extent.Of1>(rows, count, frame, result);
                    break;
                case 7:
                    Tile<Extent.Of7, Extent.Of1>(rows, count, frame, result);
                    break;
                default:
                    Tile<Extent.Of8, Extent.Of1>(rows, count, frame, result);
                    break;
            }

            frame->Source += tile * frame->Step;
            result += tile * frame->ResultStep;
            columns -= tile;
        }

        frame->Source = source;
    }

    // What is left at the end is two tiles of nearly the same width rather than a full one and a stump.
    private static int Tile(int columns, int most) =>
        columns >= 2 * most || columns == most ? most : columns > most ? (columns + 1) / 2 : columns;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<TColumns, TVectors>(ConvRow<T>* rows, int count, LineFrame* frame, T* result)
        where TColumns : IExtent
        where TVectors : IExtent
    {
        nint step = frame->Step, step2 = step + step;
        nint filters = frame->Filters;
        ConvRow<T>* end = rows + count;
        TVector x0 = default, x1 = default, x2 = default, x3 = default;
        TVector x4 = default, x5 = default, x6 = default, x7 = default;
        TVector y0 = default, y1 = default, y2 = default;
        TVector y3 = default, y4 = default, y5 = default;
        for (ConvRow<T>* row = rows; row != end; row++)
        {
            T* tapSource = row->Source + frame->Source;
            T* tapWeights = row->Weights + frame->Weight;
            for (int tap = frame->Taps; tap > 0; tap--)
            {
                T* p = tapSource, p3 = p + step + step2, p6 = p3 + step + step2;
                T* weights = tapWeights;
                for (int depth = frame->Depth; depth > 0; depth--)
                {
                    TVector x = *(TVector*)weights;
                    TVector y = TVectors.Value > 1 ? *(TVector*)(weights + TSimd.Count) : default;
                    Step<TVectors>(p, x, y, ref x0, ref y0);
                    if (TColumns.Value > 1)
                    {
                        Step<TVectors>(p + step, x, y, ref x1, ref y1);
                    }

                    if (TColumns.Value > 2)
                    {
                        Step<TVectors>(p + step2, x, y, ref x2, ref y2);
                    }

                    if (TColumns.Value > 3)
                    {
                        Step<TVectors>(p3, x, y, ref x3, ref y3);
                    }

                    if (TColumns.Value > 4)
                    {
                        Step<TVectors>(p3 + step, x, y, ref x4, ref y4);
                    }

                    if (TColumns.Value > 5)
                    {
                        Step<TVectors>(p3 + step2, x, y, ref x5, ref y5);
                    }

                    if (TColumns.Value > 6)
                    {
                        Step<TVectors>(p6, x, y, ref x6, ref y5);
                    }

                    if (TColumns.Value > 7)
                    {
                        Step<TVectors>(p6 + step, x, y, ref x7, ref y5);
                    }

                    p++;
                    p3++;
                    p6++;
                    weights += filters;
                }

                tapSource += frame->TapStep;
                tapWeights += frame->WeightStep;
            }
        }

        nint resultStep = frame->ResultStep;
        Store<TVectors>(result, x0, y0);
        if (TColumns.Value > 1)
        {
            Store<TVectors>(result += resultStep, x1, y1);
        }

        if (TColumns.Value > 2)
        {
            Store<TVectors>(result += resultStep, x2, y2);
        }

        if (TColumns.Value > 3)
        {
            Store<TVectors>(result += resultStep, x3, y3);
        }

        if (TColumns.Value > 4)
        {
            Store<TVectors>(result += resultStep, x4, y4);
        }

        if (TColumns.Value > 5)
        {
            Store<TVectors>(result += resultStep, x5, y5);
        }

        if (TColumns.Value > 6)
        {
            Store<TVectors>(result += resultStep, x6, y5);
        }

        if (TColumns.Value > 7)
        {
            Store<TVectors>(result += resultStep, x7, y5);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TVectors>(T* source, TVector x, TVector y, ref TVector xSum, ref TVector ySum)
        where TVectors : IExtent
    {
        TVector value = TSimd.Create(*source);
        xSum = TSimd.MultiplyAdd(value, x, xSum);
        if (TVectors.Value > 1)
        {
            ySum = TSimd.MultiplyAdd(value, y, ySum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVectors>(T* result, TVector x, TVector y)
        where TVectors : IExtent
    {
        *(TVector*)result = x;
        if (TVectors.Value > 1)
        {
            *(TVector*)(result + TSimd.Count) = y;
        }
    }
}
