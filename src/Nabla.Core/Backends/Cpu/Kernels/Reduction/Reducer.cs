using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>A kind of reduction: makes the loops for element types and vector widths.</summary>
internal abstract class Reducer
{
    /// <summary>The loops over elements of a type on the widest vectors in force.</summary>
    public ReductionBody BodyFor(DType dtype) => BodyFor(dtype, SimdWidth.Bits);

    /// <summary>The loops on vectors of some width in bits; 0 for scalars.</summary>
    public ReductionBody BodyFor(DType dtype, int bits) => (dtype, bits) switch
    {
        (DType.Float32, 512) => Body<Simd512<float>, Vector512<float>, float>(),
        (DType.Float32, 256) => Body<Simd256<float>, Vector256<float>, float>(),
        (DType.Float32, 128) => Body<Simd128<float>, Vector128<float>, float>(),
        (DType.Float32, _) => Body<SimdScalar<float>, float, float>(),
        (DType.Float64, 512) => Body<Simd512<double>, Vector512<double>, double>(),
        (DType.Float64, 256) => Body<Simd256<double>, Vector256<double>, double>(),
        (DType.Float64, 128) => Body<Simd128<double>, Vector128<double>, double>(),
        (DType.Float64, _) => Body<SimdScalar<double>, double, double>(),
        (DType.Int64, 512) => Body<Simd512<long>, Vector512<long>, long>(),
        (DType.Int64, 256) => Body<Simd256<long>, Vector256<long>, long>(),
        (DType.Int64, 128) => Body<Simd128<long>, Vector128<long>, long>(),
        (DType.Int64, _) => Body<SimdScalar<long>, long, long>(),
        (DType.Int32, 512) => Body<Simd512<int>, Vector512<int>, int>(),
        (DType.Int32, 256) => Body<Simd256<int>, Vector256<int>, int>(),
        (DType.Int32, 128) => Body<Simd128<int>, Vector128<int>, int>(),
        (DType.Int32, _) => Body<SimdScalar<int>, int, int>(),
        _ => throw new KernelNotFoundException($"Reductions run on lanes of 32 or 64 bits, not on {dtype}."),
    };

    protected abstract ReductionBody Body<TSimd, TVector, T>()
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;
}
