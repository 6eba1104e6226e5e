using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Normalization;

/// <summary>The loops over rows of channels: each lane is a channel, so bits do not depend on the width.</summary>
internal abstract unsafe class ChannelLoops
{
    /// <summary>The loops for a floating type on the widest registers in force.</summary>
    public static ChannelLoops Create(DType dtype) => Create(dtype, SimdWidth.Bits);

    /// <summary>The loops on registers of some width in bits; 0 for scalars.</summary>
    public static ChannelLoops Create(DType dtype, int bits) => (dtype, bits) switch
    {
        (DType.Float64, 512) => new ChannelLoops<Simd512<double>, Vector512<double>, double>(),
        (DType.Float64, 256) => new ChannelLoops<Simd256<double>, Vector256<double>, double>(),
        (DType.Float64, 128) => new ChannelLoops<Simd128<double>, Vector128<double>, double>(),
        (DType.Float64, _) => new ChannelLoops<SimdScalar<double>, double, double>(),
        (_, 512) => new ChannelLoops<Simd512<float>, Vector512<float>, float>(),
        (_, 256) => new ChannelLoops<Simd256<float>, Vector256<float>, float>(),
        (_, 128) => new ChannelLoops<Simd128<float>, Vector128<float>, float>(),
        _ => new ChannelLoops<SimdScalar<float>, float, float>(),
    };

    /// <summary>Means of rows, and the sums of squared distances to them.</summary>
    /// <param name="x">[rows, channels], a row at least.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="rowsOfTile">How many of them stay in L1 and are read twice.</param>
    /// <param name="channels">How many channels.</param>
    /// <param name="mean">Receives [channels].</param>
    /// <param name="squares">Receives [channels].</param>
    public abstract void Moments(byte* x, long rows, long rowsOfTile, long channels, byte* mean, byte* squares);

    /// <summary>Moments of two sets of rows as those of both.</summary>
    /// <param name="count">How many rows the first set has.</param>
    /// <param name="mean">[channels]: its means, and then those of both.</param>
    /// <param name="squares">[channels]: its squared distances, and then those of both.</param>
    /// <param name="otherCount">How many rows the other set has.</param>
    /// <param name="otherMean">[channels].</param>
    /// <param name="otherSquares">[channels].</param>
    /// <param name="channels">How many channels.</param>
    public abstract void Join(
        long count, byte* mean, byte* squares, long otherCount, byte* otherMean, byte* otherSquares, long channels);

    /// <summary>Sums of <c>dy</c> and <c>dy · (x − mean)</c>.</summary>
    /// <param name="x">[rows, channels].</param>
    /// <param name="dy">[rows, channels].</param>
    /// <param name="mean">[channels].</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="rowsOfTile">How many of them are added up before their sums are added to others.</param>
    /// <param name="channels">How many channels.</param>
    /// <param name="sum">Receives [channels].</param>
    /// <param name="product">Receives [channels].</param>
    public abstract void Sums(
        byte* x, byte* dy, byte* mean, long rows, long rowsOfTile, long channels, byte* sum, byte* product);

    /// <summary><c>target += source</c>.</summary>
    public abstract void Add(byte* target, byte* source, long count);

    /// <summary><c>target *= factor</c>.</summary>
    public abstract void Scale(byte* target, double factor, long count);
}
