using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Pooling;

/// <summary>The loops of max pooling, over rows of a grid's result; channels lie in lanes.</summary>
internal abstract unsafe class MaxPoolLoops
{
    /// <summary>The loops for a floating type on the widest registers in force.</summary>
    /// <param name="dtype">The type of the elements.</param>
    /// <param name="grid">Where the taps lie.</param>
    /// <param name="inBytes">Whether numbers of taps are bytes; otherwise they are numbers of that type.</param>
    public static MaxPoolLoops Create(DType dtype, TapGrid grid, bool inBytes) => (dtype, SimdWidth.Bits) switch
    {
        (DType.Float64, 512) => new MaxPoolLoops<Simd512<double>, Vector512<double>, double>(grid, inBytes),
        (DType.Float64, 256) => new MaxPoolLoops<Simd256<double>, Vector256<double>, double>(grid, inBytes),
        (DType.Float64, 128) => new MaxPoolLoops<Simd128<double>, Vector128<double>, double>(grid, inBytes),
        (DType.Float64, _) => new MaxPoolLoops<SimdScalar<double>, double, double>(grid, inBytes),
        (_, 512) => new MaxPoolLoops<Simd512<float>, Vector512<float>, float>(grid, inBytes),
        (_, 256) => new MaxPoolLoops<Simd256<float>, Vector256<float>, float>(grid, inBytes),
        (_, 128) => new MaxPoolLoops<Simd128<float>, Vector128<float>, float>(grid, inBytes),
        _ => new MaxPoolLoops<SimdScalar<float>, float, float>(grid, inBytes),
    };

    /// <summary>The largest tap of each element of some rows, and its number.</summary>
    public abstract void Choose(byte* x, byte* y, byte* choice, nint start, nint count);

    /// <summary>The tap of each element of some rows that a number names.</summary>
    public abstract void Pick(byte* choice, byte* x, byte* y, nint start, nint count);

    /// <summary>
    /// On a transposed grid: for each element of some rows, the sum over the taps whose number is theirs.
    /// </summary>
    public abstract void Gather(byte* choice, byte* x, byte* y, nint start, nint count);
}
