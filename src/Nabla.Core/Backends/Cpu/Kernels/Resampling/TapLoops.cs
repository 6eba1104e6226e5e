using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <summary>The loops over rows of a grid's result, their elements and the taps of each.</summary>
/// <remarks>Each element takes its taps in their order, so that bits depend on shapes only.</remarks>
internal abstract unsafe class TapLoops
{
    /// <summary>The loops for a floating type on the widest registers in force.</summary>
    public static TapLoops Create<TOperation>(DType dtype, TapGrid grid)
        where TOperation : ITapOperation => (dtype, SimdWidth.Bits) switch
        {
            (DType.Float64, 512) => new TapLoops<TOperation, Simd512<double>, Vector512<double>, double>(grid),
            (DType.Float64, 256) => new TapLoops<TOperation, Simd256<double>, Vector256<double>, double>(grid),
            (DType.Float64, 128) => new TapLoops<TOperation, Simd128<double>, Vector128<double>, double>(grid),
            (DType.Float64, _) => new TapLoops<TOperation, SimdScalar<double>, double, double>(grid),
            (_, 512) => new TapLoops<TOperation, Simd512<float>, Vector512<float>, float>(grid),
            (_, 256) => new TapLoops<TOperation, Simd256<float>, Vector256<float>, float>(grid),
            (_, 128) => new TapLoops<TOperation, Simd128<float>, Vector128<float>, float>(grid),
            _ => new TapLoops<TOperation, SimdScalar<float>, float, float>(grid),
        };

    /// <summary>Computes some rows of the result.</summary>
    /// <param name="x">[outer, rows, columns, inner].</param>
    /// <param name="numbers">Saved numbers, of the extents of <paramref name="x"/> or of the result.</param>
    /// <param name="y">The same with rows and columns of the result.</param>
    /// <param name="start">The first row, counted through all of outer.</param>
    /// <param name="count">How many.</param>
    public abstract void Run(byte* x, byte* numbers, byte* y, nint start, nint count);
}
