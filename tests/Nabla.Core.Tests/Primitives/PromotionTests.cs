namespace Nabla.Tests.Primitives;

/// <summary>The table of docs/design/promotion.md.</summary>
public sealed class PromotionTests
{
    private const DType B = DType.Bool, U = DType.UInt8, I = DType.Int32, L = DType.Int64;
    private const DType F = DType.Float32, D = DType.Float64;

    private static readonly DType[] s_types = [B, U, I, L, F, D];

    private static readonly DType[][] s_pairs =
    [
        [B, U, I, L, F, D],
        [U, U, I, L, F, D],
        [I, I, I, L, F, D],
        [L, L, L, L, F, D],
        [F, F, F, F, F, D],
        [D, D, D, D, D, D],
    ];

    private static readonly (Scalar Scalar, DType[] Results)[] s_scalars =
    [
        (true, [B, U, I, L, F, D]),
        (3, [I, U, I, L, F, D]),
        (0.5, [F, F, F, F, F, D]),
    ];

    [Fact]
    public void PairsFollowTheTable()
    {
        for (int left = 0; left < s_types.Length; left++)
        {
            for (int right = 0; right < s_types.Length; right++)
            {
                DType expected = s_pairs[left][right];
                Assert.Equal(expected, DTypes.Promote(s_types[left], s_types[right]));
                Tensor one = Tensor.Ones(2).Cast(s_types[left]), other = Tensor.Ones(2).Cast(s_types[right]);
                Assert.Equal(expected, Tensor.Concat([one, other]).DType);
                Assert.Equal(DType.Bool, one.IsEqual(other).DType);
                if (expected is not B)
                {
                    Tensor sum = one + other;
                    Assert.Equal(expected, sum.DType);
                    Assert.Equal([2.0, 2.0], sum.Cast(D).ToArray<double>());
                }
            }
        }
    }

    [Fact]
    public void NumbersAreWeak()
    {
        foreach ((Scalar scalar, DType[] results) in s_scalars)
        {
            for (int i = 0; i < s_types.Length; i++)
            {
                Assert.Equal(results[i], DTypes.Promote(s_types[i], scalar));
                if (results[i] is not B)
                {
                    Assert.Equal(results[i], (Tensor.Ones(2).Cast(s_types[i]) + scalar).DType);
                    Assert.Equal(results[i], (scalar * Tensor.Ones(2).Cast(s_types[i])).DType);
                }
            }
        }
    }

    [Theory]
    [InlineData(U, 300, "uint8", "0 to 255", "DType.Int32")]
    [InlineData(U, -1, "uint8", "0 to 255", "DType.Int32")]
    [InlineData(I, 1L << 40, "int32", "-2147483648 to 2147483647", "DType.Int64")]
    public void NumbersOutOfRangeAreRefused(DType dtype, long number, string name, string range, string advice)
    {
        Tensor x = Tensor.Ones(2).Cast(dtype);
        foreach (Func<Tensor> use in (Func<Tensor>[])
            [() => x + number, () => number * x, () => x.FullLike(number), () => Tensor.Full([2], number, dtype)])
        {
            string message = Assert.Throws<OverflowException>(use).Message;
            Assert.Contains($"{number} does not fit into {name} elements", message, StringComparison.Ordinal);
            Assert.Contains(range, message, StringComparison.Ordinal);
            Assert.Contains(advice, message, StringComparison.Ordinal);
        }

        Assert.Throws<OverflowException>(() => Tensor.Full([2], double.NaN, dtype));
        Assert.Equal(dtype, (x + 127).DType);
        Assert.Equal(dtype, Tensor.Scalar(number, L).Cast(dtype).Evaluate().DType);
    }

    [Fact]
    public void DivisionAndFunctionsFloat()
    {
        foreach (DType dtype in s_types)
        {
            Tensor x = Tensor.Ones(2).Cast(dtype);
            DType floating = dtype is D ? D : F;
            Assert.Equal(floating, (x / 2).DType);
            Assert.Equal(floating, (x / x).DType);
            Assert.Equal(floating, x.Exp().DType);
            Assert.Equal(floating, x.Mean().DType);
        }
    }

    [Fact]
    public void SumsOfWholeNumbersCountInInt64()
    {
        foreach (DType dtype in s_types)
        {
            Tensor x = Tensor.Ones(2).Cast(dtype);
            DType accumulator = dtype.IsFloating ? dtype : L;
            Assert.Equal(
                [accumulator, accumulator, accumulator], [x.Sum().DType, x.Product().DType, x.CumulativeSum(0).DType]);
        }
    }

    [Fact]
    public void BoolsDoNotAdd()
    {
        var exception = Assert.Throws<DTypeMismatchException>(() => Tensor.From([true]) + Tensor.From([true]));
        Assert.Contains("Cast(DType", exception.Message, StringComparison.Ordinal);
    }
}
