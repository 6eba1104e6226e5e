using Nabla.Testing;

namespace Nabla.Tests.Ops.Resampling;

public sealed class ResampleTests
{
    private static readonly Axes<AxisTaps> s_taps =
    (AxisTaps[])
    [
        new BorderTaps(3, 1, 2, PaddingMode.Reflect), new IdentityTaps(2), new LinearTaps(4, 7, AlignsCorners: false),
        new BinTaps(5, 3), new IdentityTaps(2), new IdentityTaps(1),
    ];

    [Fact]
    public void ProofOfDifferentTapsAlongEachAxis() =>
        OpCheck.Run(x => new ResampleOp(s_taps).Apply(x[0]), [new CheckInput([3, 2, 4, 5, 2, 1])]);

    [Fact]
    public void ProofOfTheTranspose() => OpCheck.Run(
        x => new ResampleOp(TapShapes.Transpose(s_taps)).Apply(x[0]), [new CheckInput([6, 2, 7, 3, 2, 1])]);

    [Fact]
    public void TheTransposeIsTheTranspose()
    {
        Tensor x = Tensor.RandomNormal([3, 2, 4, 5, 2, 1], 1, dtype: DType.Float64);
        Tensor y = Tensor.RandomNormal([6, 2, 7, 3, 2, 1], 2, dtype: DType.Float64);
        Tensor there = new ResampleOp(s_taps).Apply(x), back = new ResampleOp(TapShapes.Transpose(s_taps)).Apply(y);
        Assert.Equal((there * y).Sum().Item<double>(), (x * back).Sum().Item<double>(), 1e-12);
        Assert.Equal(s_taps, TapShapes.Transpose(TapShapes.Transpose(s_taps)));
    }

    [Fact]
    public void WhatStaysIsNotMoved() =>
        Assert.Null(new ResampleOp(s_taps).Simplify([Tensor.Zeros(3, 2, 4, 5, 2, 1)]));
}
