using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Tests.Backends.Cpu.Simd;

/// <summary>What registers say about themselves.</summary>
public sealed class SimdRegisterTests
{
    [Fact]
    public void Counts_follow_the_register()
    {
        Assert.Equal(16, Count<Simd512<float>, Vector512<float>>());
        Assert.Equal(8, Count<Simd512<long>, Vector512<long>>());
        Assert.Equal(8, Count<Simd256<int>, Vector256<int>>());
        Assert.Equal(2, Count<Simd128<double>, Vector128<double>>());
        Assert.Equal(1, Count<SimdScalar<double>, double>());
    }

    [Fact]
    public void Mixed_programs_run_on_as_many_lanes_as_the_widest_type_has() =>
        Assert.Equal(SimdWidth.Bits switch { 512 => 8, 256 => 4, _ => 1 }, SimdWidth.LanesMixed);

    [Fact]
    public void Floating_point_members_refuse_integers() =>
        Assert.Throws<NotSupportedException>(() => Simd128<int>.Floor(Vector128<int>.One));

    private static int Count<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.Count;
}
