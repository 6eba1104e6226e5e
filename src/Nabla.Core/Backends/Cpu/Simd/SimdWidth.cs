using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Nabla.Backends.Cpu.Simd;

/// <summary>The vector width in force in this process.</summary>
/// <remarks>
/// Every property is a constant of the compiled code, so a branch on it costs nothing. The runtime decides: it looks at
/// the processor and obeys <c>DOTNET_EnableAVX512=0</c>, <c>DOTNET_EnableAVX2=0</c> and
/// <c>DOTNET_EnableHWIntrinsic=0</c>.
/// </remarks>
public static class SimdWidth
{
    /// <summary>The width in bits: 512, 256, 128, or 0 where registers are scalar.</summary>
    public static int Bits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated ? 512
            : Vector256.IsHardwareAccelerated ? 256
            : Vector128.IsHardwareAccelerated ? 128
            : 0;
    }

    /// <summary>Lanes of 32-bit elements: 16, 8, 4 or 1.</summary>
    public static int Lanes32
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Math.Max(Bits / 32, 1);
    }

    /// <summary>Lanes of 64-bit elements: 8, 4, 2 or 1.</summary>
    public static int Lanes64
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Math.Max(Bits / 64, 1);
    }

    /// <summary>Lanes on which 32- and 64-bit elements go together in one register each: 8, 4 or 1.</summary>
    /// <remarks>There is no half of a 128-bit register, so mixed programs on that width run on scalars.</remarks>
    public static int LanesMixed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Bits >= 256 ? Lanes64 : 1;
    }

    /// <summary>Whether multiply-add is an instruction; where it is not, it is exact too but many times
    /// slower.</summary>
    public static bool HasMultiplyAdd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported;
    }
}
