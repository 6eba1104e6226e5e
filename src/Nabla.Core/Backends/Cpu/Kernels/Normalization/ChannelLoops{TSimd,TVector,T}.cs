using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Normalization;

/// <inheritdoc/>
/// <remarks>
/// Rows are folded in order, even and odd ones apart so that no addition waits for the one before, tile by tile: a lane
/// adds up at most some sixty numbers before its sum is added to another.
/// </remarks>
internal sealed unsafe class ChannelLoops<TSimd, TVector, T> : ChannelLoops
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Moments(byte* x, long rows, long rowsOfTile, long channels, byte* mean, byte* squares)
    {
        T* source = (T*)x;
        for (long row = 0; row < rows; row += rowsOfTile)
        {
            nint height = (nint)long.Min(rowsOfTile, rows - row), i = 0;
            var weights = new TileWeights(row, height);
            for (; i <= (nint)channels - (2 * TSimd.Count); i += 2 * TSimd.Count)
            {
                MomentsOfTwo(source + i, height, (nint)channels, (T*)mean + i, (T*)squares + i, weights);
            }

            for (; i < (nint)channels; i += TSimd.Count)
            {
                int lanes = (int)nint.Min(TSimd.Count, (nint)channels - i);
                MomentsOfOne(source + i, height, (nint)channels, (T*)mean + i, (T*)squares + i, lanes, weights);
            }

            source += height * (nint)channels;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Join(
        long count, byte* mean, byte* squares, long otherCount, byte* otherMean, byte* otherSquares, long channels)
    {
        var weights = new TileWeights(count, (nint)otherCount);
        for (nint i = 0; i < (nint)channels; i += TSimd.Count)
        {
            int lanes = (int)nint.Min(TSimd.Count, (nint)channels - i);
            Join(
                (T*)mean + i, (T*)squares + i, lanes, weights,
                Load((T*)otherMean + i, lanes), Load((T*)otherSquares + i, lanes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Sums(
        byte* x, byte* dy, byte* mean, long rows, long rowsOfTile, long channels, byte* sum, byte* product)
    {
        T* left = (T*)x, right = (T*)dy;
        if (rows == 0)
        {
            new Span<T>(sum, (int)channels).Clear();
            new Span<T>(product, (int)channels).Clear();
        }

        for (long row = 0; row < rows; row += rowsOfTile)
        {
            nint height = (nint)long.Min(rowsOfTile, rows - row), i = 0;
            for (; i <= (nint)channels - (2 * TSimd.Count); i += 2 * TSimd.Count)
            {
                SumsOfTwo(
                    left + i, right + i, (T*)mean + i, height, (nint)channels, (T*)sum + i, (T*)product + i, row == 0);
            }

            for (; i < (nint)channels; i += TSimd.Count)
            {
                int lanes = (int)nint.Min(TSimd.Count, (nint)channels - i);
                SumsOfOne(
                    left + i, right + i, (T*)mean + i, height, (nint)channels, (T*)sum + i, (T*)product + i, lanes,
                    row == 0);
            }

            left += height * (nint)channels;
            right += height * (nint)channels;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(byte* target, byte* source, long count)
    {
        for (nint i = 0; i < (nint)count; i += TSimd.Count)
        {
            int lanes = (int)nint.Min(TSimd.Count, (nint)count - i);
            Store(TSimd.Add(Load((T*)target + i, lanes), Load((T*)source + i, lanes)), (T*)target + i, lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Scale(byte* target, double factor, long count)
    {
        TVector by = TSimd.Create(T.CreateChecked(factor));
        for (nint i = 0; i < (nint)count; i += TSimd.Count)
        {
            int lanes = (int)nint.Min(TSimd.Count, (nint)count - i);
            Store(TSimd.Multiply(Load((T*)target + i, lanes), by), (T*)target + i, lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MomentsOfTwo(T* x, nint rows, nint stride, T* mean, T* squares, in TileWeights weights)
    {
        TVector even0 = TSimd.Zero, even1 = even0, odd0 = even0, odd1 = even0;
        T* source = x;
        nint row = 0;
        for (; row <= rows - 2; row += 2, source += 2 * stride)
        {
            even0 = TSimd.Add(even0, TSimd.Load(source));
            even1 = TSimd.Add(even1, TSimd.Load(source + TSimd.Count));
            odd0 = TSimd.Add(odd0, TSimd.Load(source + stride));
            odd1 = TSimd.Add(odd1, TSimd.Load(source + stride + TSimd.Count));
        }

        if (row < rows)
        {
            even0 = TSimd.Add(even0, TSimd.Load(source));
            even1 = TSimd.Add(even1, TSimd.Load(source + TSimd.Count));
        }

        TVector share = TSimd.Create(weights.Share);
        TVector mean0 = TSimd.Multiply(TSimd.Add(even0, odd0), share);
        TVector mean1 = TSimd.Multiply(TSimd.Add(even1, odd1), share);
        even0 = even1 = odd0 = odd1 = TSimd.Zero;
        source = x;
        for (row = 0; row <= rows - 2; row += 2, source += 2 * stride)
        {
            even0 = AddSquare(even0, TSimd.Load(source), mean0);
            even1 = AddSquare(even1, TSimd.Load(source + TSimd.Count), mean1);
            odd0 = AddSquare(odd0, TSimd.Load(source + stride), mean0);
            odd1 = AddSquare(odd1, TSimd.Load(source + stride + TSimd.Count), mean1);
        }

        if (row < rows)
        {
            even0 = AddSquare(even0, TSimd.Load(source), mean0);
            even1 = AddSquare(even1, TSimd.Load(source + TSimd.Count), mean1);
        }

        Join(mean, squares, TSimd.Count, weights, mean0, TSimd.Add(even0, odd0));
        Join(mean + TSimd.Count, squares + TSimd.Count, TSimd.Count, weights, mean1, TSimd.Add(even1, odd1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MomentsOfOne(
        T* x, nint rows, nint stride, T* mean, T* squares, int lanes, in TileWeights weights)
    {
        TVector even = TSimd.Zero, odd = even;
        T* source = x;
        nint row = 0;
        for (; row <= rows - 2; row += 2, source += 2 * stride)
        {
            even = TSimd.Add(even, Load(source, lanes));
            odd = TSimd.Add(odd, Load(source + stride, lanes));
        }

        even = row < rows ? TSimd.Add(even, Load(source, lanes)) : even;
        TVector center = TSimd.Multiply(TSimd.Add(even, odd), TSimd.Create(weights.Share));
        even = odd = TSimd.Zero;
        source = x;
        for (row = 0; row <= rows - 2; row += 2, source += 2 * stride)
        {
            even = AddSquare(even, Load(source, lanes), center);
            odd = AddSquare(odd, Load(source + stride, lanes), center);
        }

        even = row < rows ? AddSquare(even, Load(source, lanes), center) : even;
        Join(mean, squares, lanes, weights, center, TSimd.Add(even, odd));
    }

    // Of Chan, Golub and LeVeque: the mean moves by its share of the distance between the two, whose square counts too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(
        T* mean, T* squares, int lanes, in TileWeights weights, TVector otherMean, TVector otherSquares)
    {
        if (!weights.IsFirst)
        {
            TVector before = Load(mean, lanes), distance = TSimd.Subtract(otherMean, before);
            otherMean = TSimd.MultiplyAdd(distance, TSimd.Create(weights.OfOther), before);
            otherSquares = TSimd.MultiplyAdd(
                TSimd.Multiply(distance, TSimd.Create(weights.OfDistance)), distance,
                TSimd.Add(Load(squares, lanes), otherSquares));
        }

        Store(otherMean, mean, lanes);
        Store(otherSquares, squares, lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumsOfTwo(
        T* x, T* dy, T* mean, nint rows, nint stride, T* sum, T* product, bool isFirst)
    {
        TVector mean0 = TSimd.Load(mean), mean1 = TSimd.Load(mean + TSimd.Count);
        TVector even0 = TSimd.Zero, even1 = even0, odd0 = even0, odd1 = even0;
        TVector evenProduct0 = even0, evenProduct1 = even0, oddProduct0 = even0, oddProduct1 = even0;
        nint row = 0;
        for (; row <= rows - 2; row += 2, x += 2 * stride, dy += 2 * stride)
        {
            AddProduct(ref even0, ref evenProduct0, x, dy, mean0);
            AddProduct(ref even1, ref evenProduct1, x + TSimd.Count, dy + TSimd.Count, mean1);
            AddProduct(ref odd0, ref oddProduct0, x + stride, dy + stride, mean0);
            AddProduct(ref odd1, ref oddProduct1, x + stride + TSimd.Count, dy + stride + TSimd.Count, mean1);
        }

        if (row < rows)
        {
            AddProduct(ref even0, ref evenProduct0, x, dy, mean0);
            AddProduct(ref even1, ref evenProduct1, x + TSimd.Count, dy + TSimd.Count, mean1);
        }

        Accumulate(TSimd.Add(even0, odd0), sum, TSimd.Count, isFirst);
        Accumulate(TSimd.Add(even1, odd1), sum + TSimd.Count, TSimd.Count, isFirst);
        Accumulate(TSimd.Add(evenProduct0, oddProduct0), product, TSimd.Count, isFirst);
        Accumulate(TSimd.Add(evenProduct1, oddProduct1), product + TSimd.Count, TSimd.Count, isFirst);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumsOfOne(
        T* x, T* dy, T* mean, nint rows, nint stride, T* sum, T* product, int lanes, bool isFirst)
    {
        TVector center = Load(mean, lanes), even = TSimd.Zero, odd = even, evenProduct = even, oddProduct = even;
        nint row = 0;
        for (; row <= rows - 2; row += 2, x += 2 * stride, dy += 2 * stride)
        {
            TVector first = Load(dy, lanes), second = Load(dy + stride, lanes);
            even = TSimd.Add(even, first);
            odd = TSimd.Add(odd, second);
            evenProduct = TSimd.MultiplyAdd(first, TSimd.Subtract(Load(x, lanes), center), evenProduct);
            oddProduct = TSimd.MultiplyAdd(second, TSimd.Subtract(Load(x + stride, lanes), center), oddProduct);
        }

        if (row < rows)
        {
            TVector last = Load(dy, lanes);
            even = TSimd.Add(even, last);
            evenProduct = TSimd.MultiplyAdd(last, TSimd.Subtract(Load(x, lanes), center), evenProduct);
        }

        Accumulate(TSimd.Add(even, odd), sum, lanes, isFirst);
        Accumulate(TSimd.Add(evenProduct, oddProduct), product, lanes, isFirst);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddSquare(TVector sum, TVector value, TVector center)
    {
        TVector distance = TSimd.Subtract(value, center);
        return TSimd.MultiplyAdd(distance, distance, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddProduct(ref TVector sum, ref TVector product, T* x, T* dy, TVector center)
    {
        TVector gradient = TSimd.Load(dy);
        sum = TSimd.Add(sum, gradient);
        product = TSimd.MultiplyAdd(gradient, TSimd.Subtract(TSimd.Load(x), center), product);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(TVector value, T* target, int lanes, bool isFirst) =>
        Store(isFirst ? value : TSimd.Add(Load(target, lanes), value), target, lanes);

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

    /// <summary>How much the rows of a tile weigh beside those before it.</summary>
    private readonly struct TileWeights(long before, nint rows)
    {
        public bool IsFirst { get; } = before == 0;

        public T Share { get; } = T.CreateChecked(1.0 / rows);

        public T OfOther { get; } = T.CreateChecked((double)rows / (before + rows));

        public T OfDistance { get; } = T.CreateChecked((double)before * rows / (before + rows));
    }
}
