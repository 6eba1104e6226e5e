using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Images;

/// <summary>The image again beyond its border.</summary>
internal readonly struct WrapPosition : IPositionFold
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IPositionFold.Apply<TSimd, TVector>(TVector position, float extent)
    {
        TVector edge = TSimd.Add(position, TSimd.Constant(0.5));
        TVector turns = TSimd.Floor(TSimd.Divide(edge, TSimd.Create(extent)));
        return TSimd.Subtract(TSimd.MultiplyAdd(turns, TSimd.Create(-extent), edge), TSimd.Constant(0.5));
    }
}
