using System.Globalization;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Tests.Backends.Cpu.Simd;

public sealed class SimdWidthTests
{
    // "./build test --simd all" runs this suite once a width and says which one it means to have; if a switch were
    // misspelt, every such run would silently prove the widest width again.
    [Fact]
    public void TheWidthInForceIsTheOneAskedFor()
    {
        string? asked = Environment.GetEnvironmentVariable("NABLA_TEST_VECTOR_BITS");
        int expected = asked is null ? WidestHere() : int.Parse(asked, CultureInfo.InvariantCulture);

        Assert.Equal(expected, SimdWidth.Bits);
        Assert.Equal(Math.Max(expected / 32, 1), SimdWidth.Lanes32);
        Assert.Equal(Math.Max(expected / 64, 1), SimdWidth.Lanes64);
    }

    private static int WidestHere() =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;
}
