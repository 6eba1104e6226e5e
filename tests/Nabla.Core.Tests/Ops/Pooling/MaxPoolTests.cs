using Nabla.Backends.Cpu;
using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Pooling;

public sealed class MaxPoolTests
{
    public static MatrixTheoryData<int, long, long, long> Windows { get; } =
        new([1, 2, 3], [2, 3], [1, 2, 3], [1, 2]);

    [Theory]
    [MemberData(nameof(Windows))]
    public void Proof(int rank, long size, long stride, long dilation) => OpCheck.Run(
        x => x[0].MaxPool(size, stride, Padding.Of([1], [0]), dilation),
        [new CheckInput(Shape.Create([2, .. Enumerable.Range(5, rank).Select(extent => (long)extent), 3]))],
        new OpCheckOptions { HasGradient = rank < 3 || (size == 3 && stride == 2) });

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(35)]
    public void ProofOfManyChannels(long channels) => OpCheck.Run(
        x => x[0].MaxPool([2, 3], padding: Padding.Same), [new CheckInput([2, 5, 4, channels])]);

    [Fact]
    public void ProofOfWindowsBeyondBytes() => OpCheck.Run(
        x => x[0].MaxPool([20, 18], 3), [new CheckInput([2, 24, 21, 2])]);

    [Fact]
    public void ProofOfMirroredBorders() => OpCheck.Run(
        x => x[0].MaxPool(3, 2, Padding.Of(2).With(PaddingMode.Reflect)), [new CheckInput([2, 5, 4, 3])]);

    [Theory]
    [Golden("max_pool")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").MaxPool(
            golden.Extents("size"), golden.Extents("strides"), Padding.Of(golden.Extents("padding")),
            golden.Extents("dilations")));

    [Fact]
    public void StridesAreTheWindowByDefault()
    {
        Tensor x = Tensor.Arange(0, 24, dtype: DType.Float32).Reshape(1, 4, 6, 1);
        Assert.Equal([8, 11, 20, 23], x.MaxPool([2, 3]).ToArray());
        Assert.Equal([1, 2, 3, 1], x.MaxPool([2, 2], padding: Padding.Same, strides: 2).Shape);
    }

    [Fact]
    public void IntegersBecomeFloating() => Assert.Equal(
        [200], Tensor.From([(byte)7, (byte)200], [1, 2, 1]).MaxPool(2).ToArray());

    [Fact]
    public void OfNoImagesOrChannelsThereIsNothing()
    {
        Assert.Empty(Tensor.Zeros(0, 4, 4, 3).MaxPool(2).ToArray());
        Assert.Empty(Tensor.Zeros(2, 4, 4, 0).MaxPool(2).ToArray());
        Tensor none = Tensor.Zeros(0, 4, 4, 3);
        Assert.Empty(Gradient.Of(none.MaxPool(2).Sum(), none)[0].ToArray());
    }

    [Fact]
    public void BitsAreTheSameForAnyNumberOfThreads()
    {
        Tensor images = Tensor.RandomNormal([8, 33, 31, 24], 1);
        Tensor[] Run()
        {
            Tensor weights = Tensor.RandomNormal([8, 17, 16, 24], 2);
            Tensor[] results =
            [
                images.MaxPool(3, 2, 1),
                Gradient.Of((images.MaxPool(3, 2, 1) * weights).Sum(), images)[0],
                images.AveragePool(3, 2, 1),
                Gradient.Of((images.AveragePool(3, 2, 1) * weights).Sum(), images)[0],
            ];
            Tensor.Evaluate(results);
            return results;
        }

        float[][] all = [.. Run().Select(result => result.ToArray())];
        int threads = CpuBackend.Instance.Threads;
        try
        {
            CpuBackend.Instance.Threads = 1;
            Assert.Equal(all, Run().Select(result => result.ToArray()));
        }
        finally
        {
            CpuBackend.Instance.Threads = threads;
        }
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedAtOnce()
    {
        Assert.Contains(
            "ExpandAxis", Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(4, 4).MaxPool(2)).Message);
        Assert.Contains(
            "take a smaller window", Assert.Throws<ShapeMismatchException>(
                () => Tensor.Zeros(1, 1, 1, 3).MaxPool(2)).Message);
        Assert.Contains(
            "such as 2", Assert.Throws<ArgumentException>(() => Tensor.Zeros(1, 4, 4, 1).MaxPool([])).Message);
        Assert.Contains(
            "take less padding", Assert.Throws<ShapeMismatchException>(
                () => Tensor.Zeros(1, 4, 4, 1).MaxPool(2, padding: 2)).Message);
        Assert.Contains(
            "less dilation", Assert.Throws<ShapeMismatchException>(
                () => Tensor.Zeros(1, 1, 1).MaxPool(2, padding: 1, dilations: 2)).Message);
        Assert.Contains(
            "use Max", Assert.Throws<ArgumentException>(() => Tensor.Zeros(1, 5000, 5000, 0).MaxPool(4999)).Message);
    }
}
