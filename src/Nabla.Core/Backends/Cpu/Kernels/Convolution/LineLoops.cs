using System.Numerics;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The loops of a convolution with few channels over neighbouring results of a line.</summary>
/// <remarks>
/// Vectors run over filters, so that each lane is a sum of its own: bits do not depend on the width of the registers.
/// </remarks>
internal abstract unsafe class LineLoops<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The loops on the widest registers that so many filters fill.</summary>
    public static LineLoops<T> For(long filters) => For(filters, KernelSet<T>.WidestBits);

    /// <summary>The loops on registers of at most so many bits; zero means one element at a time.</summary>
    public static LineLoops<T> For(long filters, int mostBits)
    {
        long bits = Math.Min(filters * sizeof(T) * 8, mostBits);
        return bits switch
        {
            >= 512 => new LineLoops<T, Vector512<T>, Simd512<T>>(),
            >= 256 => new LineLoops<T, Vector256<T>, Simd256<T>>(),
            >= 128 => new LineLoops<T, Vector128<T>, Simd128<T>>(),
            _ => new LineLoops<T, T, SimdScalar<T>>(),
        };
    }

    /// <summary>Computes neighbouring results for some filters.</summary>
    /// <param name="rows">The lines of the source that they meet.</param>
    /// <param name="count">How many lines.</param>
    /// <param name="frame">Distances; advanced by the call.</param>
    /// <param name="result">The first result.</param>
    /// <param name="columns">How many results.</param>
    /// <param name="filters">How many filters.</param>
    public abstract void Product(
        ConvRow<T>* rows, int count, LineFrame* frame, T* result, int columns, int filters);
}
