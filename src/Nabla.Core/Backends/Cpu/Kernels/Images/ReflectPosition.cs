using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Images;

/// <summary>The image mirrored beyond its border.</summary>
internal readonly struct ReflectPosition : IPositionFold
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IPositionFold.Apply<TSimd, TVector>(TVector position, float extent)
    {
        TVector edge = TSimd.Add(position, TSimd.Constant(0.5));
        TVector turns = TSimd.Floor(TSimd.Divide(edge, TSimd.Create(2 * extent)));
        TVector within = TSimd.MultiplyAdd(turns, TSimd.Create(-2 * extent), edge);
        TVector mirrored = TSimd.Lesser(within, TSimd.Subtract(TSimd.Create(2 * extent), within));
        return TSimd.Subtract(mirrored, TSimd.Constant(0.5));
    }
}
