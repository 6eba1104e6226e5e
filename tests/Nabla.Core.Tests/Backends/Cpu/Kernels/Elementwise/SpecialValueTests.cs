namespace Nabla.Tests.Backends.Cpu.Kernels.Elementwise;

#pragma warning disable IDE0065 // In here a kernel is meant, outside the layer of the same name.
using Nabla.Backends.Cpu.Kernels.Elementwise;
#pragma warning restore IDE0065

/// <summary>Signed zeros, infinities, NaN and the integers' corner cases.</summary>
public sealed class SpecialValueTests
{
    private const float Infinity = float.PositiveInfinity;

    [Fact]
    public void Functions_of_signed_zero_keep_the_sign()
    {
        Same(
            -0f, Unary<Expm1>(-0f), Unary<Log1p>(-0f), Unary<Tanh>(-0f), Unary<Erf>(-0f), Unary<Sin>(-0f),
            Unary<Tan>(-0f));
        Same(
            -0f, Unary<Asin>(-0f), Unary<Atan>(-0f), Unary<Sqrt>(-0f), Unary<Relu>(-0f), Unary<Sign>(-0f),
            Unary<Round>(-0.3f));
        Same(
            0f, Unary<Expm1>(0f), Unary<Log1p>(0f), Unary<Tanh>(0f), Unary<Erf>(0f), Unary<Sin>(0f),
            Unary<Tan>(0f), Unary<Negate>(-0f));
    }

    [Fact]
    public void Functions_at_infinity()
    {
        Same(
            Infinity, Unary<Exp>(Infinity), Unary<Expm1>(Infinity), Unary<Log>(Infinity),
            Unary<Log1p>(Infinity), Unary<Softplus>(Infinity));
        Same(
            0f, Unary<Exp>(-Infinity), Unary<Sigmoid>(-Infinity), Unary<Softplus>(-Infinity),
            Unary<ReciprocalSqrt>(Infinity));
        Same(1f, Unary<Tanh>(Infinity), Unary<Sigmoid>(Infinity), Unary<Erf>(Infinity), Unary<Sign>(Infinity));
        Same(-1f, Unary<Tanh>(-Infinity), Unary<Erf>(-Infinity), Unary<Expm1>(-Infinity));
        Same(
            float.NaN, Unary<Sin>(Infinity), Unary<Cos>(-Infinity), Unary<Tan>(Infinity),
            Unary<Log>(-Infinity), Unary<Log1p>(-Infinity));
        Same(-Infinity, Unary<Log>(0f), Unary<Log>(-0f), Unary<Log1p>(-1f));
        Same(
            float.NaN, Unary<Log>(-1e-45f), Unary<Log1p>(-1.0000001f), Unary<Asin>(1.0000001f),
            Unary<Acos>(-2f), Unary<Sqrt>(-1f));
    }

    [Fact]
    public void Nan_goes_through()
    {
        Same(
            float.NaN,
            Unary<Exp>(float.NaN), Unary<Expm1>(float.NaN), Unary<Log>(float.NaN), Unary<Log1p>(float.NaN),
            Unary<Tanh>(float.NaN),
            Unary<Sigmoid>(float.NaN), Unary<Softplus>(float.NaN), Unary<Erf>(float.NaN),
            Unary<Sin>(float.NaN), Unary<Cos>(float.NaN),
            Unary<Tan>(float.NaN), Unary<Asin>(float.NaN), Unary<Acos>(float.NaN), Unary<Atan>(float.NaN),
            Unary<Relu>(float.NaN),
            Unary<Abs>(float.NaN), Unary<Sign>(float.NaN));
        Same(
            float.NaN,
            Binary<Maximum>(float.NaN, 1), Binary<Maximum>(1, float.NaN), Binary<Minimum>(float.NaN, 1),
            Binary<Minimum>(1, float.NaN),
            Binary<Pow>(float.NaN, 2), Binary<Pow>(2, float.NaN), Binary<Pow>(-1, float.NaN),
            Binary<Remainder>(float.NaN, 1));
    }

    [Theory]
    [InlineData(5.5f, 2f, 1.5f)]
    [InlineData(-5.5f, 2f, 0.5f)]
    [InlineData(5.5f, -2f, -0.5f)]
    [InlineData(-5.5f, -2f, -1.5f)]
    [InlineData(6f, 2f, 0f)]
    [InlineData(-6f, 2f, 0f)]
    [InlineData(6f, -2f, -0f)]
    [InlineData(3f, Infinity, 3f)]
    [InlineData(-3f, Infinity, Infinity)]
    [InlineData(1e30f, 7f, 1f)]
    [InlineData(3f, 0f, float.NaN)]
    [InlineData(Infinity, 3f, float.NaN)]
    public void Remainders_have_the_sign_of_the_divisor(float x, float y, float expected) =>
        Same(expected, Binary<Remainder>(x, y));

    [Theory]
    [InlineData(7, 3, 1)]
    [InlineData(-7, 3, 2)]
    [InlineData(7, -3, -2)]
    [InlineData(-7, -3, -1)]
    [InlineData(7, 0, 0)]
    [InlineData(int.MinValue, -1, 0)]
    public void Integer_remainders(int x, int y, int expected) => Assert.Equal(expected, Integer<Remainder>(x, y));

    [Theory]
    [InlineData(7, 2, 3)]
    [InlineData(-7, 2, -3)]
    [InlineData(7, 0, 0)]
    [InlineData(int.MinValue, -1, int.MinValue)]
    public void Integer_quotients(int x, int y, int expected) => Assert.Equal(expected, Integer<Divide>(x, y));

    [Theory]
    [InlineData(3, 4, 81)]
    [InlineData(-2, 31, int.MinValue)]
    [InlineData(10, 20, 1661992960)]
    [InlineData(2, -1, 0)]
    [InlineData(-1, -3, -1)]
    [InlineData(5, 0, 1)]
    [InlineData(0, 0, 1)]
    public void Integer_powers_wrap_around(int x, int y, int expected) => Assert.Equal(expected, Integer<Pow>(x, y));

    [Fact]
    public void Float64_functions_agree_with_known_values()
    {
        Close(1.00000000005e-10, Expm1.Apply(1e-10));
        Close(-0.6321205588285577, Expm1.Apply(-1));
        Close(9.9999999995e-11, Log1p.Apply(1e-10));
        Close(-23.025850847200089, Log1p.Apply(-0.9999999999));
        Close(0.8427007929497149, Erf.Apply(1));
        Close(0.9953222650189527, Erf.Apply(2));
        Close(0.99999998458274209, Erf.Apply(4));
        Close(-0.52049987781304654, Erf.Apply(-0.5));
        Close(0.69314718055994531, Softplus.Apply(0));
        Close(3.7200759760208356e-44, Softplus.Apply(-100));
        Close(3.7200759760208356e-44, Sigmoid.Apply(-100));
    }

    private static void Close(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= 9e-16 * Math.Abs(expected), $"{actual:R} for {expected:R}");

    private static void Same(float expected, params float[] actual)
    {
        for (int i = 0; i < actual.Length; i++)
        {
            Assert.True(Corpus.Same(expected, actual[i]), $"Result {i} is {actual[i]:R}, not {expected:R}.");
        }
    }

    private static float Unary<TKernel>(float x)
        where TKernel : IUnaryKernel
    {
        float[] result = new float[1];
        KernelRunner.Unary<TKernel, float>(KernelRunner.WidestWidth, [x], result);
        return result[0];
    }

    private static float Binary<TKernel>(float x, float y)
        where TKernel : IBinaryKernel
    {
        float[] result = new float[1];
        KernelRunner.Binary<TKernel, float>(KernelRunner.WidestWidth, [x], [y], result);
        return result[0];
    }

    private static int Integer<TKernel>(int x, int y)
        where TKernel : IBinaryKernel
    {
        int[] result = new int[1];
        KernelRunner.Binary<TKernel, int>(KernelRunner.WidestWidth, [x], [y], result);
        return result[0];
    }
}
