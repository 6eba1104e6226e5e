using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Fused;

/// <summary>The loops behind softmax and cross-entropy, over lines of a tensor <c>[outer, extent, inner]</c>.</summary>
/// <remarks>Bits do not depend on the width of the registers.</remarks>
internal abstract unsafe class SoftmaxLoops
{
    /// <summary>The loops for a floating type on the widest registers in force.</summary>
    public static SoftmaxLoops Create(DType dtype) => (dtype, SimdWidth.Bits) switch
    {
        (DType.Float64, 512) => new SoftmaxLoops<Simd512<double>, Vector512<double>, double>(),
        (DType.Float64, 256) => new SoftmaxLoops<Simd256<double>, Vector256<double>, double>(),
        (DType.Float64, 128) => new SoftmaxLoops<Simd128<double>, Vector128<double>, double>(),
        (DType.Float64, _) => new SoftmaxLoops<SimdScalar<double>, double, double>(),
        (_, 512) => new SoftmaxLoops<Simd512<float>, Vector512<float>, float>(),
        (_, 256) => new SoftmaxLoops<Simd256<float>, Vector256<float>, float>(),
        (_, 128) => new SoftmaxLoops<Simd128<float>, Vector128<float>, float>(),
        _ => new SoftmaxLoops<SimdScalar<float>, float, float>(),
    };

    /// <summary>Normalises outer indices from <paramref name="start"/> on.</summary>
    /// <param name="x">[outer, extent, inner].</param>
    /// <param name="y">The same shape.</param>
    /// <param name="start">The first outer index.</param>
    /// <param name="count">How many.</param>
    /// <param name="extent">How many elements compete.</param>
    /// <param name="inner">The distance between them.</param>
    /// <param name="isLogarithm">Whether logarithms are wanted.</param>
    public abstract void Softmax(byte* x, byte* y, nint start, nint count, nint extent, nint inner, bool isLogarithm);

    /// <summary>
    /// For rows from <paramref name="start"/> on, <c>ln Σ eˣ</c>, and the loss: that less the element of the label.
    /// </summary>
    public abstract void CrossEntropy(
        byte* x, Labels labels, byte* loss, byte* logSum, nint start, nint count, nint classes);

    /// <summary>For rows from <paramref name="start"/> on, <c>(e^(x − logSum) − onehot(label)) · dloss</c>.</summary>
    public abstract void CrossEntropyGradient(
        byte* x, Labels labels, byte* logSum, byte* dloss, byte* dx, nint start, nint count, nint classes);
}
