using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The transforms of Winograd's F(4×4, 3×3) on tiles, with channels in the lanes of vectors.</summary>
/// <remarks>
/// Each axis is a pass of its own: lines into scratch memory, and from there into the planes of the 36 points. Bits do
/// not depend on the width of the registers.
/// </remarks>
internal abstract unsafe class WinogradLoops
{
    /// <summary>How many results a tile has along an axis.</summary>
    public const int Results = 4;

    /// <summary>How many points a tile has along an axis.</summary>
    public const int Points = 6;

    /// <summary>How many points a tile has.</summary>
    public const int Planes = Points * Points;

    /// <summary>
    /// How many elements of scratch memory a transform needs; the last <see cref="Group"/> stay zero.
    /// </summary>
    public const int ScratchElements = (Planes + 2) * Group;

    /// <summary>
    /// How many channels are transformed at a time: what is between the passes stays in the nearest cache.
    /// </summary>
    public const int Group = 64;

    /// <summary>The loops on the widest registers in force.</summary>
    public static WinogradLoops Best { get; } = For(SimdWidth.Bits);

    /// <summary>The loops for vectors of so many bits; zero means one element at a time.</summary>
    public static WinogradLoops For(int bits) => bits switch
    {
        512 => new WinogradLoops<Simd512<float>, Vector512<float>>(),
        256 => new WinogradLoops<Simd256<float>, Vector256<float>>(),
        128 => new WinogradLoops<Simd128<float>, Vector128<float>>(),
        _ => new WinogradLoops<SimdScalar<float>, float>(),
    };

    /// <summary>Makes scratch memory ready for any number of transforms.</summary>
    public static void Prepare(float* scratch) =>
        new Span<float>(scratch + ScratchElements - Group, Group).Clear();

    /// <summary>Six by six pixels to points: <c>Bᵀ d B</c>.</summary>
    /// <param name="image">The image.</param>
    /// <param name="line">The first line, which may lie beyond the image.</param>
    /// <param name="column">The first column, which may lie beyond the image.</param>
    /// <param name="channels">How many channels.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="scratch">Prepared scratch memory.</param>
    public abstract void Image(
        WinogradImage* image, nint line, nint column, int channels, WinogradTarget* target, float* scratch);

    /// <summary>Four by four gradients of results to points: <c>A dy Aᵀ</c>, with parameters as of an image.</summary>
    public abstract void Gradient(
        WinogradImage* image, nint line, nint column, int channels, WinogradTarget* target, float* scratch);

    /// <summary>Points to results: <c>Aᵀ m A</c>.</summary>
    /// <param name="from">The first point.</param>
    /// <param name="plane">The distance between points.</param>
    /// <param name="columns">How many elements each result has.</param>
    /// <param name="to">The first result.</param>
    /// <param name="lineStride">The distance between lines of results.</param>
    /// <param name="pixelStride">The distance between results of a line.</param>
    /// <param name="lines">How many lines are wanted.</param>
    /// <param name="pixels">How many results of each line are wanted.</param>
    /// <param name="scratch">Prepared scratch memory.</param>
    public abstract void Product(
        float* from, nint plane, int columns, float* to, nint lineStride, nint pixelStride, int lines, int pixels,
        float* scratch);

    /// <summary>Three by three elements of kernels to points: <c>G g Gᵀ</c>.</summary>
    /// <param name="from">The first element of the first kernel.</param>
    /// <param name="tap">The distance between elements of a kernel.</param>
    /// <param name="count">How many kernels lie side by side.</param>
    /// <param name="to">The first point.</param>
    /// <param name="plane">The distance between points.</param>
    /// <param name="scratch">Prepared scratch memory.</param>
    public abstract void Kernel(float* from, nint tap, int count, float* to, nint plane, float* scratch);

    /// <summary>Points to three by three elements of a kernel's gradient: <c>Gᵀ u G</c>.</summary>
    /// <param name="from">The first point.</param>
    /// <param name="plane">The distance between points.</param>
    /// <param name="count">How many kernels lie side by side.</param>
    /// <param name="to">The first element of the first kernel.</param>
    /// <param name="tap">The distance between elements of a kernel.</param>
    /// <param name="scratch">Prepared scratch memory.</param>
    public abstract void Sum(float* from, nint plane, int count, float* to, nint tap, float* scratch);
}
