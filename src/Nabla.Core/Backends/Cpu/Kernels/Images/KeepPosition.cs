using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Images;

/// <summary>Positions stay: limits alone decide, for a constant or the nearest pixel beyond the border.</summary>
internal readonly struct KeepPosition : IPositionFold
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IPositionFold.Apply<TSimd, TVector>(TVector position, float extent) => position;
}
