using System.Numerics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Tests.Backends.Cpu.Kernels.Elementwise;

#pragma warning disable IDE0065 // In here a kernel is meant, outside the layer of the same name.
using Nabla.Backends.Cpu.Kernels.Elementwise;
#pragma warning restore IDE0065

/// <summary>Every kernel gives the bits of its scalar form on every width.</summary>
public sealed class WidthTests
{
    [Fact]
    public void Float32_unary_kernels_have_one_answer()
    {
        Floating<float>();
        Unary<Lesser1, float>();
        Unary<ScaleByTwos, float>();
    }

    [Fact]
    public void Float64_unary_kernels_have_one_answer()
    {
        Floating<double>();
        Unary<ScaleByTwos, double>();
    }

    [Fact]
    public void Integer_unary_kernels_have_one_answer()
    {
        Arithmetic<int>();
        Arithmetic<long>();
        Unary<WrapUInt8, int>();
        Unary<WrapUInt8, long>();
        Unary<Not, int>();
        Unary<Not, long>();
    }

    [Fact]
    public void Float32_binary_kernels_have_one_answer()
    {
        BinaryArithmetic<float>();
        Binary<LesserOfTwo, float>();
        Binary<LargerOfTwo, float>();
        Binary<FusedWithConstants, float>();
    }

    [Fact]
    public void Float64_binary_kernels_have_one_answer()
    {
        BinaryArithmetic<double>();
        Binary<LesserOfTwo, double>();
        Binary<FusedWithConstants, double>();
    }

    [Fact]
    public void Integer_binary_kernels_have_one_answer()
    {
        BinaryArithmetic<int>();
        BinaryArithmetic<long>();
        Binary<And, int>();
        Binary<Or, int>();
        Binary<Xor, long>();
        Binary<HighHalves, int>();
    }

    private static void Floating<T>()
        where T : unmanaged, INumber<T>
    {
        Arithmetic<T>();
        Unary<Sqrt, T>();
        Unary<ReciprocalSqrt, T>();
        Unary<Reciprocal, T>();
        Unary<Floor, T>();
        Unary<Ceiling, T>();
        Unary<Round, T>();
        Unary<Truncate, T>();
        Unary<Exp, T>();
        Unary<Expm1, T>();
        Unary<Log, T>();
        Unary<Log1p, T>();
        Unary<Tanh, T>();
        Unary<Sigmoid, T>();
        Unary<Softplus, T>();
        Unary<Erf, T>();
        Unary<Sin, T>();
        Unary<Cos, T>();
        Unary<Tan, T>();
        Unary<Asin, T>();
        Unary<Acos, T>();
        Unary<Atan, T>();
        Unary<Answer<IsFinite>, T>();
    }

    private static void Arithmetic<T>()
        where T : unmanaged, INumber<T>
    {
        Unary<Negate, T>();
        Unary<Abs, T>();
        Unary<Sign, T>();
        Unary<Square, T>();
        Unary<Relu, T>();
        Unary<Answer<IsNaN>, T>();
        Unary<Shifts, T>();
    }

    private static void BinaryArithmetic<T>()
        where T : unmanaged, INumber<T>
    {
        Binary<Add, T>();
        Binary<Subtract, T>();
        Binary<Multiply, T>();
        Binary<Divide, T>();
        Binary<Maximum, T>();
        Binary<Minimum, T>();
        Binary<Remainder, T>();
        Binary<Pow, T>();
        Binary<Answer2<Equal>, T>();
        Binary<Answer2<NotEqual>, T>();
        Binary<Answer2<Less>, T>();
        Binary<Answer2<LessOrEqual>, T>();
        Binary<Answer2<Greater>, T>();
        Binary<Answer2<GreaterOrEqual>, T>();
    }

    private static void Unary<TKernel, T>()
        where TKernel : IUnaryKernel
        where T : unmanaged, INumber<T>
    {
        T[] x = Corpus.Numbers<T>();
        T[] expected = new T[x.Length];
        T[] actual = new T[x.Length];
        KernelRunner.Unary<TKernel, T>(0, x, expected);
        foreach (int width in KernelRunner.Widths)
        {
            KernelRunner.Unary<TKernel, T>(width, x, actual);
            for (int i = 0; i < x.Length; i++)
            {
                Assert.True(
                    Corpus.Same(expected[i], actual[i]),
                    $"{typeof(TKernel).Name}({x[i]:R}) is {expected[i]:R} scalar, {actual[i]:R} on {width} bits.");
            }
        }
    }

    private static void Binary<TKernel, T>()
        where TKernel : IBinaryKernel
        where T : unmanaged, INumber<T>
    {
        (T[] x, T[] y) = Corpus.Pairs<T>();
        T[] expected = new T[x.Length];
        T[] actual = new T[x.Length];
        KernelRunner.Binary<TKernel, T>(0, x, y, expected);
        foreach (int width in KernelRunner.Widths)
        {
            KernelRunner.Binary<TKernel, T>(width, x, y, actual);
            for (int i = 0; i < x.Length; i++)
            {
                Assert.True(
                    Corpus.Same(expected[i], actual[i]),
                    $"{typeof(TKernel).Name}({x[i]:R}, {y[i]:R}): {expected[i]:R}, on {width} bits {actual[i]:R}.");
            }
        }
    }

    private readonly struct Lesser1 : IUnaryKernel
    {
        public static TVector Apply<TSimd, TVector>(TVector x)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged =>
            TSimd.Lesser(TSimd.Constant(1), TSimd.Larger(TSimd.Constant(-1), x));
    }

    private readonly struct LesserOfTwo : IBinaryKernel
    {
        public static TVector Apply<TSimd, TVector>(TVector x, TVector y)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged =>
            TSimd.Lesser(x, y);
    }

    private readonly struct LargerOfTwo : IBinaryKernel
    {
        public static TVector Apply<TSimd, TVector>(TVector x, TVector y)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged =>
            TSimd.Larger(x, y);
    }

    private readonly struct FusedWithConstants : IBinaryKernel
    {
        public static TVector Apply<TSimd, TVector>(TVector x, TVector y)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged =>
            TSimd.MultiplyAdd(TSimd.MultiplyAdd(x, y, TSimd.Negate(TSimd.Multiply(x, y))), TSimd.Constant(3), y);
    }

    private readonly struct HighHalves : IBinaryKernel
    {
        public static TVector Apply<TSimd, TVector>(TVector x, TVector y)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged =>
            TSimd.MultiplyHigh(x, y);
    }

    // The value is near 1, as Scale asks; the exponent takes every size.
    private readonly struct ScaleByTwos : IUnaryKernel
    {
        public static TVector Apply<TSimd, TVector>(TVector x)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged
        {
            TVector exponent = TSimd.Select(TSimd.Equal(x, x), TSimd.Round(x), TSimd.Zero);
            return TSimd.Add(
                TSimd.Scale(TSimd.Constant(0.7071067), exponent), TSimd.Scale(TSimd.Constant(-3.3e5), exponent));
        }
    }

    private readonly struct Shifts : IUnaryKernel
    {
        public static TVector Apply<TSimd, TVector>(TVector x)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged
        {
            TVector right = TSimd.AddBits(TSimd.ShiftRight(x, 5), TSimd.ShiftRightLogical(x, 9));
            TVector mixed = TSimd.Xor(TSimd.ShiftLeft(x, 3), right);
            return TSimd.AndNot(TSimd.SubtractBits(mixed, TSimd.FromBits(77)), TSimd.FromBits(0x5a));
        }
    }

    private readonly struct Answer<TPredicate> : IUnaryKernel
        where TPredicate : IUnaryPredicate
    {
        public static TVector Apply<TSimd, TVector>(TVector x)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged =>
            TSimd.And(TPredicate.Apply<TSimd, TVector>(x), TSimd.Constant(1));
    }

    private readonly struct Answer2<TPredicate> : IBinaryKernel
        where TPredicate : IBinaryPredicate
    {
        public static TVector Apply<TSimd, TVector>(TVector x, TVector y)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged =>
            TSimd.Select(TPredicate.Apply<TSimd, TVector>(x, y), TSimd.Constant(1), TSimd.Constant(0));
    }
}
