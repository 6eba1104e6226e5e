using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <summary>The loops of weighted sums along axes, over rows of a grid's result.</summary>
/// <remarks>Each element adds up its taps in their order, so that bits depend on shapes only.</remarks>
internal abstract unsafe class ResampleLoops
{
    /// <summary>The loops for a floating type on the widest registers in force.</summary>
    public static ResampleLoops Create(DType dtype, TapGrid grid) => (dtype, SimdWidth.Bits) switch
    {
        (DType.Float64, 512) => new ResampleLoops<Simd512<double>, Vector512<double>, double>(grid),
        (DType.Float64, 256) => new ResampleLoops<Simd256<double>, Vector256<double>, double>(grid),
        (DType.Float64, 128) => new ResampleLoops<Simd128<double>, Vector128<double>, double>(grid),
        (DType.Float64, _) => new ResampleLoops<SimdScalar<double>, double, double>(grid),
        (_, 512) => new ResampleLoops<Simd512<float>, Vector512<float>, float>(grid),
        (_, 256) => new ResampleLoops<Simd256<float>, Vector256<float>, float>(grid),
        (_, 128) => new ResampleLoops<Simd128<float>, Vector128<float>, float>(grid),
        _ => new ResampleLoops<SimdScalar<float>, float, float>(grid),
    };

    /// <summary>Computes some rows of the result.</summary>
    /// <param name="x">[outer, rows, columns, inner].</param>
    /// <param name="y">The same with rows and columns of the result.</param>
    /// <param name="start">The first row, counted through all of outer.</param>
    /// <param name="count">How many.</param>
    public abstract void Run(byte* x, byte* y, nint start, nint count);
}
