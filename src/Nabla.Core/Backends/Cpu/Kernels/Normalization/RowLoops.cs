using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Normalization;

/// <summary>The loops over rows that are normalized each by itself; bits do not depend on the width.</summary>
internal abstract unsafe class RowLoops
{
    /// <summary>The loops for a floating type on the widest registers in force.</summary>
    public static RowLoops Create(DType dtype) => Create(dtype, SimdWidth.Bits);

    /// <summary>The loops on registers of some width in bits; 0 for scalars.</summary>
    public static RowLoops Create(DType dtype, int bits) => (dtype, bits) switch
    {
        (DType.Float64, 512) => new RowLoops<Simd512<double>, Vector512<double>, double>(),
        (DType.Float64, 256) => new RowLoops<Simd256<double>, Vector256<double>, double>(),
        (DType.Float64, 128) => new RowLoops<Simd128<double>, Vector128<double>, double>(),
        (DType.Float64, _) => new RowLoops<SimdScalar<double>, double, double>(),
        (_, 512) => new RowLoops<Simd512<float>, Vector512<float>, float>(),
        (_, 256) => new RowLoops<Simd256<float>, Vector256<float>, float>(),
        (_, 128) => new RowLoops<Simd128<float>, Vector128<float>, float>(),
        _ => new RowLoops<SimdScalar<float>, float, float>(),
    };

    /// <summary>Normalizes a row.</summary>
    /// <param name="x">[features].</param>
    /// <param name="scale">[features].</param>
    /// <param name="offset">[features]; null where rows are not centered.</param>
    /// <param name="features">How many there are.</param>
    /// <param name="epsilon">What is added to the mean square.</param>
    /// <param name="y">Receives [features].</param>
    /// <param name="inverse">Receives the factor of the row.</param>
    /// <param name="mean">Receives the mean; null where rows are not centered.</param>
    public abstract void Normalize(
        byte* x, byte* scale, byte* offset, long features, double epsilon, byte* y, byte* inverse, byte* mean);

    /// <summary>The gradient of a row, whose part of those of scale and offset is added to what is there.</summary>
    /// <param name="x">[features].</param>
    /// <param name="scale">[features].</param>
    /// <param name="dy">[features].</param>
    /// <param name="inverse">The factor of the row.</param>
    /// <param name="mean">The mean; null where rows are not centered.</param>
    /// <param name="features">How many there are.</param>
    /// <param name="dx">Receives [features].</param>
    /// <param name="dscale">[features].</param>
    /// <param name="doffset">[features]; null where rows are not centered.</param>
    public abstract void Gradient(
        byte* x, byte* scale, byte* dy, byte* inverse, byte* mean, long features, byte* dx, byte* dscale,
        byte* doffset);
}
