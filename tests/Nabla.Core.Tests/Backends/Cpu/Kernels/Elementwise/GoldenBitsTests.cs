namespace Nabla.Tests.Backends.Cpu.Kernels.Elementwise;

#pragma warning disable IDE0065 // In here a kernel is meant, outside the layer of the same name.
using Nabla.Backends.Cpu.Kernels.Elementwise;
#pragma warning restore IDE0065

/// <summary>The bits of float32 results, the same in every process: with AVX-512, AVX2, SSE or no vector hardware at
/// all.</summary>
/// <remarks>A value here changes only with a formula, and with it every number that a seeded training run ever
/// gave.</remarks>
public sealed class GoldenBitsTests
{
    [Fact]
    public void Float32_functions_have_these_bits()
    {
        Dictionary<string, string> actual = new()
        {
            ["Exp"] = Unary<Exp>(),
            ["Expm1"] = Unary<Expm1>(),
            ["Log"] = Unary<Log>(),
            ["Log1p"] = Unary<Log1p>(),
            ["Tanh"] = Unary<Tanh>(),
            ["Sigmoid"] = Unary<Sigmoid>(),
            ["Softplus"] = Unary<Softplus>(),
            ["Erf"] = Unary<Erf>(),
            ["Sin"] = Unary<Sin>(),
            ["Cos"] = Unary<Cos>(),
            ["Tan"] = Unary<Tan>(),
            ["Asin"] = Unary<Asin>(),
            ["Acos"] = Unary<Acos>(),
            ["Atan"] = Unary<Atan>(),
            ["ReciprocalSqrt"] = Unary<ReciprocalSqrt>(),
            ["Pow"] = Binary<Pow>(),
            ["Remainder"] = Binary<Remainder>(),
            ["Maximum"] = Binary<Maximum>(),
        };
        Dictionary<string, string> expected = new()
        {
            ["Exp"] = "492b6658f3741398",
            ["Expm1"] = "4f4a4ea344ae3ab5",
            ["Log"] = "d835fc6da089794a",
            ["Log1p"] = "cb7306a5146429b8",
            ["Tanh"] = "57f6b90eba281b49",
            ["Sigmoid"] = "980569e5a4872c7b",
            ["Softplus"] = "2fbace11c58355b7",
            ["Erf"] = "6adadabe118acba7",
            ["Sin"] = "21aa7175bbf5e45d",
            ["Cos"] = "9da583c9ccaf2ccf",
            ["Tan"] = "562c1b239a40cd3d",
            ["Asin"] = "242321d38512e4c8",
            ["Acos"] = "b2ea8a213f77bc4e",
            ["Atan"] = "ecf05e7245d49595",
            ["ReciprocalSqrt"] = "25ef0188b58e03bd",
            ["Pow"] = "5dccd571cc76eba7",
            ["Remainder"] = "6625e77a54852eb7",
            ["Maximum"] = "f5609aaa0095fb63",
        };
        Assert.Equal(expected.OrderBy(pair => pair.Key), actual.OrderBy(pair => pair.Key));
    }

    private static string Unary<TKernel>()
        where TKernel : IUnaryKernel
    {
        float[] x = Corpus.Numbers<float>();
        float[] result = new float[x.Length];
        KernelRunner.Unary<TKernel, float>(KernelRunner.WidestWidth, x, result);
        return Hash(result);
    }

    private static string Binary<TKernel>()
        where TKernel : IBinaryKernel
    {
        (float[] x, float[] y) = Corpus.Pairs<float>();
        float[] result = new float[x.Length];
        KernelRunner.Binary<TKernel, float>(KernelRunner.WidestWidth, x, y, result);
        return Hash(result);
    }

    // FNV-1a over the bits, all NaN as one.
    private static string Hash(float[] values)
    {
        ulong hash = 0xcbf29ce484222325;
        foreach (float value in values)
        {
            uint bits = float.IsNaN(value) ? 0x7fc00000 : BitConverter.SingleToUInt32Bits(value);
            hash = unchecked((hash ^ bits) * 0x100000001b3);
        }

        return hash.ToString("x16");
    }
}
