using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Elementwise;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Fused;

/// <inheritdoc/>
/// <remarks>
/// Short lines lie in lanes: sixteen rows are transposed into a tile in L1, so that no sum runs across a register;
/// lines along another axis lie so already. Their sums are taken in order. Long rows are summed in sixteen lanes
/// whatever the width, which are then added as a tree.
/// </remarks>
internal sealed unsafe class SoftmaxLoops<TSimd, TVector, T> : SoftmaxLoops
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Lanes = 16;

    // Longer rows fill their vectors well enough; decides bits, so it is the same for all widths and types.
    private const int LongestInLanes = 32;

    public override void Softmax(byte* x, byte* y, nint start, nint count, nint extent, nint inner, bool isLogarithm)
    {
        T* source = (T*)x + (start * extent * inner), target = (T*)y + (start * extent * inner);
        if (inner > 1)
        {
            for (nint outer = 0; outer < count; outer++, source += extent * inner, target += extent * inner)
            {
                for (nint lane = 0; lane < inner; lane += TSimd.Count)
                {
                    Normalize(
                        source + lane, target + lane, inner, extent,
                        (int)nint.Min(TSimd.Count, inner - lane), isLogarithm);
                }
            }
        }
        else if (extent <= LongestInLanes)
        {
            T* tile = stackalloc T[LongestInLanes * Lanes];
            for (nint row = 0; row < count; row += Lanes)
            {
                int rows = (int)nint.Min(Lanes, count - row);
                Transpose(source + (row * extent), tile, rows, extent);
                for (int lane = 0; lane < Lanes; lane += TSimd.Count)
                {
                    Normalize(tile + lane, tile + lane, Lanes, extent, TSimd.Count, isLogarithm);
                }

                TransposeBack(tile, target + (row * extent), rows, extent);
            }
        }
        else
        {
            for (nint row = 0; row < count; row++, source += extent, target += extent)
            {
                NormalizeRow(source, target, extent, isLogarithm);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void CrossEntropy(
        byte* x, Labels labels, byte* loss, byte* logSum, nint start, nint count, nint classes)
    {
        T* sums = (T*)logSum;
        if (classes <= LongestInLanes)
        {
            T* tile = stackalloc T[LongestInLanes * Lanes];
            for (nint row = start; row < start + count; row += Lanes)
            {
                int rows = (int)nint.Min(Lanes, start + count - row);
                Transpose((T*)x + (row * classes), tile, rows, classes);
                for (int lane = 0; lane < rows; lane += TSimd.Count)
                {
                    Store(LogSum(tile + lane, classes), sums + row + lane, Math.Min(TSimd.Count, rows - lane));
                }
            }
        }
        else
        {
            for (nint row = start; row < start + count; row++)
            {
                T* line = (T*)x + (row * classes);
                T shift = FiniteOrZero(Largest(line, classes));
                sums[row] = shift + Logarithm(SumExponentials(line, null, classes, shift));
            }
        }

        for (nint row = start; row < start + count; row++)
        {
            ((T*)loss)[row] = sums[row] - ((T*)x)[(row * classes) + (nint)labels[row]];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void CrossEntropyGradient(
        byte* x, Labels labels, byte* logSum, byte* dloss, byte* dx, nint start, nint count, nint classes)
    {
        for (nint row = start; row < start + count; row++)
        {
            T* line = (T*)x + (row * classes), target = (T*)dx + (row * classes);
            T scale = ((T*)dloss)[row];
            TVector sum = TSimd.Create(((T*)logSum)[row]), factor = TSimd.Create(scale);
            for (nint i = 0; i < classes; i += TSimd.Count)
            {
                int lanes = (int)nint.Min(TSimd.Count, classes - i);
                TVector probability = Exp.Apply<TSimd, TVector>(TSimd.Subtract(Load(line + i, lanes), sum));
                Store(TSimd.Multiply(probability, factor), target + i, lanes);
            }

            target[(nint)labels[row]] -= scale;
        }
    }

    /// <summary>Each lane is a line of its own, whose elements are a stride apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalize(T* x, T* y, nint stride, nint extent, int lanes, bool isLogarithm)
    {
        TVector largest = Load(x, lanes);
        for (nint i = 1; i < extent; i++)
        {
            largest = TSimd.Max(largest, Load(x + (i * stride), lanes));
        }

        TVector sum = TSimd.Zero;
        for (nint i = 0; i < extent; i++)
        {
            TVector exponential = Exp.Apply<TSimd, TVector>(TSimd.Subtract(Load(x + (i * stride), lanes), largest));
            sum = TSimd.Add(sum, exponential);
            if (!isLogarithm)
            {
                Store(exponential, y + (i * stride), lanes);
            }
        }

        TVector scale = isLogarithm ? Log.Apply<TSimd, TVector>(sum) : TSimd.Divide(TSimd.Constant(1), sum);
        for (nint i = 0; i < extent; i++)
        {
            TVector result = isLogarithm
                ? TSimd.Subtract(TSimd.Subtract(Load(x + (i * stride), lanes), largest), scale)
                : TSimd.Multiply(Load(y + (i * stride), lanes), scale);
            Store(result, y + (i * stride), lanes);
        }
    }

    /// <summary><c>ln Σ eˣ</c> of the lines in the lanes of a tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector LogSum(T* x, nint extent)
    {
        TVector largest = TSimd.Load(x);
        for (nint i = 1; i < extent; i++)
        {
            largest = TSimd.Max(largest, TSimd.Load(x + (i * Lanes)));
        }

        // An infinite shift would make ∞ − ∞ of what is infinity.
        TVector isFinite = TSimd.Equal(TSimd.Subtract(largest, largest), TSimd.Zero);
        TVector shift = TSimd.And(isFinite, largest), sum = TSimd.Zero;
        for (nint i = 0; i < extent; i++)
        {
            sum = TSimd.Add(sum, Exp.Apply<TSimd, TVector>(TSimd.Subtract(TSimd.Load(x + (i * Lanes)), shift)));
        }

        return TSimd.Add(shift, Log.Apply<TSimd, TVector>(sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void NormalizeRow(T* x, T* y, nint extent, bool isLogarithm)
    {
        T largest = Largest(x, extent);
        T sum = SumExponentials(x, isLogarithm ? null : y, extent, largest);
        TVector shift = TSimd.Create(largest), scale = TSimd.Create(isLogarithm ? Logarithm(sum) : T.One / sum);
        for (nint i = 0; i < extent; i += TSimd.Count)
        {
            int lanes = (int)nint.Min(TSimd.Count, extent - i);
            TVector result = isLogarithm
                ? TSimd.Subtract(TSimd.Subtract(Load(x + i, lanes), shift), scale)
                : TSimd.Multiply(Load(y + i, lanes), scale);
            Store(result, y + i, lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Largest(T* x, nint count)
    {
        // Two, so that one comparison need not wait for the other; the choice among equals decides nothing.
        TVector even = TSimd.Constant(double.NegativeInfinity), odd = even;
        nint i = 0;
        for (; i <= count - (2 * TSimd.Count); i += 2 * TSimd.Count)
        {
            even = TSimd.Max(even, TSimd.Load(x + i));
            odd = TSimd.Max(odd, TSimd.Load(x + i + TSimd.Count));
        }

        T* lanes = stackalloc T[Lanes];
        TSimd.Store(TSimd.Max(even, odd), lanes);
        T largest = lanes[0];
        for (int lane = 1; lane < TSimd.Count; lane++)
        {
            largest = T.Max(largest, lanes[lane]);
        }

        for (; i < count; i++)
        {
            largest = T.Max(largest, x[i]);
        }

        return largest;
    }

    /// <summary>
    /// The sum of <c>e^(x − shift)</c> in sixteen lanes; the exponentials go to <paramref name="y"/> unless it is null.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T SumExponentials(T* x, T* y, nint count, T shift)
    {
        T* lanes = stackalloc T[Lanes];
        TVector subtrahend = TSimd.Create(shift);
        for (int group = 0; group < Lanes; group += TSimd.Count)
        {
            TVector sum = TSimd.Zero;
            nint i = group;
            for (; i <= count - TSimd.Count; i += Lanes)
            {
                TVector exponential = Exp.Apply<TSimd, TVector>(TSimd.Subtract(TSimd.Load(x + i), subtrahend));
                sum = TSimd.Add(sum, exponential);
                if (y is not null)
                {
                    TSimd.Store(exponential, y + i);
                }
            }

            if (i < count)
            {
                int rest = (int)(count - i);
                TVector exponential = Exp.Apply<TSimd, TVector>(
                    TSimd.Subtract(TSimd.LoadPartial(x + i, rest), subtrahend));
                sum = TSimd.Add(sum, Keep(exponential, rest));
                if (y is not null)
                {
                    TSimd.StorePartial(exponential, y + i, rest);
                }
            }

            TSimd.Store(sum, lanes + group);
        }

        for (int width = Lanes / 2; width > 0; width /= 2)
        {
            for (int lane = 0; lane < width; lane++)
            {
                lanes[lane] += lanes[lane + width];
            }
        }

        return lanes[0];
    }

    private static TVector Keep(TVector value, int lanes) =>
        TSimd.And(TSimd.Less(TSimd.FromIntegerBits(TSimd.Indices), TSimd.Constant(lanes)), value);

    // A register's logarithm, so that it has the bits of the lines in lanes.
    private static T Logarithm(T value)
    {
        T* lanes = stackalloc T[Lanes];
        TSimd.Store(Log.Apply<TSimd, TVector>(TSimd.Create(value)), lanes);
        return lanes[0];
    }

    private static T FiniteOrZero(T value) => T.IsFinite(value) ? value : T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(T* x, T* tile, int rows, nint extent)
    {
        for (nint i = 0; i < extent; i++)
        {
            for (int row = 0; row < rows; row++)
            {
                tile[(i * Lanes) + row] = x[(row * extent) + i];
            }

            // Lanes without a row repeat the first, so that no slow path is taken for what nobody reads.
            for (int row = rows; row < Lanes; row++)
            {
                tile[(i * Lanes) + row] = x[i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransposeBack(T* tile, T* y, int rows, nint extent)
    {
        for (int row = 0; row < rows; row++)
        {
            for (nint i = 0; i < extent; i++)
            {
                y[(row * extent) + i] = tile[(i * Lanes) + row];
            }
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
