using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// The registers that a program runs on: a floating and an integer one of equal lanes, on one vector width.
/// </summary>
internal abstract unsafe class LaneSet
{
    private static readonly ConcurrentDictionary<(int LaneBytes, int Bits), LaneSet> s_sets = new();

    /// <summary>Lanes in a register.</summary>
    public abstract int Count { get; }

    /// <summary>Bytes of a lane, 4 or 8.</summary>
    public abstract int LaneBytes { get; }

    /// <summary>The registers of the widest vectors in force.</summary>
    public static LaneSet For(int laneBytes) => For(laneBytes, SimdWidth.Bits);

    /// <summary>The registers of a width in bits: 512, 256, 128, or 0 for scalars.</summary>
    public static LaneSet For(int laneBytes, int bits) => s_sets.GetOrAdd((laneBytes, bits), static key => key switch
    {
        (4, 512) =>
            new LaneSet<Simd512<float>, Vector512<float>, float, Simd512<int>, Vector512<int>, int, LaneCast512Of32>(),
        (4, 256) =>
            new LaneSet<Simd256<float>, Vector256<float>, float, Simd256<int>, Vector256<int>, int, LaneCast256Of32>(),
        (4, 128) =>
            new LaneSet<Simd128<float>, Vector128<float>, float, Simd128<int>, Vector128<int>, int, LaneCast128Of32>(),
        (4, _) => new LaneSet<SimdScalar<float>, float, float, SimdScalar<int>, int, int, LaneCastScalarOf32>(),
        (_, 512) =>
            new LaneSet<
                Simd512<double>, Vector512<double>, double, Simd512<long>, Vector512<long>, long, LaneCast512Of64>(),
        (_, 256) =>
            new LaneSet<
                Simd256<double>, Vector256<double>, double, Simd256<long>, Vector256<long>, long, LaneCast256Of64>(),
        (_, 128) =>
            new LaneSet<
                Simd128<double>, Vector128<double>, double, Simd128<long>, Vector128<long>, long, LaneCast128Of64>(),
        _ => new LaneSet<SimdScalar<double>, double, double, SimdScalar<long>, long, long, LaneCastScalarOf64>(),
    });

    /// <summary>The register type, for locals of emitted code.</summary>
    public abstract Type VectorType(LaneKind kind);

    /// <summary>The method of an instruction whose arguments are of a kind.</summary>
    public abstract MethodInfo Method(LaneOperation operation, LaneKind kind);

    /// <summary>The loop of an instruction over register tiles.</summary>
    public abstract delegate*<byte*, byte*, byte*, byte*, nint, void> Loop(LaneOperation operation, LaneKind kind);

    /// <summary>The method that takes a mask in the other kind of register to this kind.</summary>
    public abstract MethodInfo MaskTo(LaneKind kind);

    /// <summary><c>TVector FromBits(long)</c>.</summary>
    public abstract MethodInfo FromBits(LaneKind kind);

    /// <summary>The transfers between elements of a type and registers of a kind.</summary>
    public abstract LaneTransfer Transfer(DType dtype, LaneKind kind);
}
