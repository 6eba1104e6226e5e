using System.Numerics;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The loops of a depthwise convolution over a few neighbouring results.</summary>
/// <remarks>
/// Vectors run over channels, so that each lane is a sum of its own: bits do not depend on the width of the registers.
/// </remarks>
internal abstract unsafe class DepthwiseLoops<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The most results of one call.</summary>
    public const int MostColumns = 8;

    /// <summary>The loops on the widest registers that so many channels fill.</summary>
    public static DepthwiseLoops<T> For(long channels) => For(channels, KernelSet<T>.WidestBits);

    /// <summary>The loops on registers of at most so many bits; zero means one element at a time.</summary>
    public static DepthwiseLoops<T> For(long channels, int mostBits)
    {
        long bits = Math.Min(channels * sizeof(T) * 8, mostBits);
        return bits switch
        {
            >= 512 => new DepthwiseLoops<T, Vector512<T>, Simd512<T>>(),
            >= 256 => new DepthwiseLoops<T, Vector256<T>, Simd256<T>>(),
            >= 128 => new DepthwiseLoops<T, Vector128<T>, Simd128<T>>(),
            _ => new DepthwiseLoops<T, T, SimdScalar<T>>(),
        };
    }

    /// <summary>Computes results that meet the same taps.</summary>
    /// <param name="rows">The lines of the source that they meet.</param>
    /// <param name="count">How many lines.</param>
    /// <param name="frame">Distances and channels.</param>
    /// <param name="result">The first result.</param>
    /// <param name="columns">How many results, from 1 to <see cref="MostColumns"/>.</param>
    public abstract void Product(ConvRow<T>* rows, int count, DepthwiseFrame* frame, T* result, int columns);

    /// <summary>
    /// Computes results of three taps, where each meets what the next taps of its neighbours meet: a vector of the
    /// source is loaded once. The bits are those of <see cref="Product"/>.
    /// </summary>
    /// <param name="rows">The lines of the source that they meet.</param>
    /// <param name="count">How many lines.</param>
    /// <param name="frame">Distances and channels.</param>
    /// <param name="result">The first result.</param>
    /// <param name="columns">How many results, from 1 to <see cref="MostColumns"/>.</param>
    /// <param name="hasFirst">Whether the first result meets its first tap.</param>
    /// <param name="hasLast">Whether the last result meets its last tap.</param>
    public abstract void Slide(
        ConvRow<T>* rows, int count, DepthwiseFrame* frame, T* result, int columns, bool hasFirst, bool hasLast);

    /// <summary>Adds to the sums of each weight what results contribute that meet the same taps.</summary>
    /// <param name="rows">The lines of the source, and the sums of the weights that meet them.</param>
    /// <param name="count">How many lines.</param>
    /// <param name="frame">Distances and channels.</param>
    /// <param name="gradient">The gradient of the first result.</param>
    /// <param name="columns">How many results, at least one.</param>
    public abstract void Gradient(ConvRow<T>* rows, int count, DepthwiseFrame* frame, T* gradient, int columns);
}
