using Nabla.Backends.Cpu.Kernels.Elementwise;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Tests.Backends.Cpu.Kernels.Elementwise;

/// <summary>float32 functions stay within 2 ulp of the true value over all floats.</summary>
public sealed class AccuracyTests
{
    private const double Allowed = 2;

    // An odd stride visits low bits evenly too; a million values, fewer where multiply-add is done in software.
    private static readonly uint _stride = SimdWidth.HasMultiplyAdd ? 4099u : 262_147u;

    /// <summary>The functions, by name, each with its definition in double.</summary>
    public static TheoryData<string> Functions => [.. _functions.Keys];

    private static readonly Dictionary<string, (Evaluate Evaluate, Func<double, double> Exact)> _functions = new()
    {
        ["Exp"] = (KernelRunner.Unary<Exp, float>, Math.Exp),
        ["Expm1"] = (KernelRunner.Unary<Expm1, float>, Expm1.Apply),
        ["Log"] = (KernelRunner.Unary<Log, float>, Math.Log),
        ["Log1p"] = (KernelRunner.Unary<Log1p, float>, Log1p.Apply),
        ["Tanh"] = (KernelRunner.Unary<Tanh, float>, Math.Tanh),
        ["Sigmoid"] = (KernelRunner.Unary<Sigmoid, float>, Sigmoid.Apply),
        ["Softplus"] = (KernelRunner.Unary<Softplus, float>, Softplus.Apply),
        ["Erf"] = (KernelRunner.Unary<Erf, float>, Erf.Apply),
        ["Sin"] = (KernelRunner.Unary<Sin, float>, Math.Sin),
        ["Cos"] = (KernelRunner.Unary<Cos, float>, Math.Cos),
        ["Tan"] = (KernelRunner.Unary<Tan, float>, Math.Tan),
        ["Asin"] = (KernelRunner.Unary<Asin, float>, Math.Asin),
        ["Acos"] = (KernelRunner.Unary<Acos, float>, Math.Acos),
        ["Atan"] = (KernelRunner.Unary<Atan, float>, Math.Atan),
        ["Sqrt"] = (KernelRunner.Unary<Sqrt, float>, Math.Sqrt),
        ["ReciprocalSqrt"] = (KernelRunner.Unary<ReciprocalSqrt, float>, x => 1 / Math.Sqrt(x)),
        ["Reciprocal"] = (KernelRunner.Unary<Reciprocal, float>, x => 1 / x),
    };

    private delegate void Evaluate(int width, ReadOnlySpan<float> x, Span<float> result);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Within_two_ulp_on_a_million_floats(string function) => Sweep(function, _stride);

    [Theory(Explicit = true)]
    [MemberData(nameof(Functions))]
    public void Within_two_ulp_on_all_floats(string function) => Sweep(function, 1);

    [Theory]
    [InlineData(0.7f, 2.5f)]
    [InlineData(1.0000001f, 1e6f)]
    [InlineData(1e-40f, 1.3f)]
    [InlineData(3e38f, 0.99f)]
    public void Powers_within_two_ulp(float scale, float exponent)
    {
        float[] x = new float[4093];
        float[] y = new float[4093];
        float[] actual = new float[4093];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = scale * (1 + ((i - 2000) / 4093f));
            y[i] = exponent * ((i * 7 % 4093 / 2000f) - 1);
        }

        KernelRunner.Binary<Pow, float>(KernelRunner.WidestWidth, x, y, actual);
        for (int i = 0; i < x.Length; i++)
        {
            double error = UlpError.Of(actual[i], Math.Pow(x[i], y[i]));
            Assert.True(error <= Allowed, $"Pow({x[i]:R}, {y[i]:R}) is {actual[i]:R}, {error:F2} ulp off.");
        }
    }

    [Fact]
    public void Powers_of_random_bits_within_two_ulp()
    {
        (float[] x, float[] y) = Corpus.Pairs<float>(SimdWidth.HasMultiplyAdd ? 200_000 : 5000);
        float[] actual = new float[x.Length];
        KernelRunner.Binary<Pow, float>(KernelRunner.WidestWidth, x, y, actual);
        for (int i = 0; i < x.Length; i++)
        {
            double exact = Math.Pow(x[i], y[i]);
            double error = UlpError.Of(actual[i], exact);
            Assert.True(error <= Allowed, $"Pow({x[i]:R}, {y[i]:R}) is {actual[i]:R}, {error:F2} ulp off.");
        }
    }

    private static void Sweep(string function, uint stride)
    {
        (Evaluate evaluate, Func<double, double> exact) = _functions[function];
        float[] x = new float[4096];
        float[] actual = new float[4096];
        double worst = 0;
        float worstAt = 0;
        for (ulong bits = 0; bits <= uint.MaxValue;)
        {
            int count = 0;
            for (; count < x.Length && bits <= uint.MaxValue; bits += stride)
            {
                x[count++] = BitConverter.UInt32BitsToSingle((uint)bits);
            }

            evaluate(KernelRunner.WidestWidth, x.AsSpan(0, count), actual);
            for (int i = 0; i < count; i++)
            {
                double error = UlpError.Of(actual[i], exact(x[i]));
                if (error > worst)
                {
                    worst = error;
                    worstAt = x[i];
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{function}: at most {worst:F3} ulp, at {worstAt:R}");
        Assert.True(worst <= Allowed, $"{function}({worstAt:R}) is {worst:F3} ulp off.");
    }
}
