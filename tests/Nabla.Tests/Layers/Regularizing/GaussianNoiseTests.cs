namespace Nabla.Tests.Layers;

public sealed class GaussianNoiseTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new GaussianNoise(0.1f), [4, 5], [4, 5]);

    [Fact]
    public void TheNoiseHasItsDeviationAndIsNewInEveryStep()
    {
        Tensor first = Noisy(1), second = Noisy(2);
        Assert.Equal(3, first.Mean().Item<float>(), 0.01f);
        Assert.Equal(0.5, first.StandardDeviation().Item<float>(), 0.01);
        Assert.NotEqual(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void FloatingTypesAreKept() => Assert.Equal(
        DType.Float64,
        new GaussianNoise(1).Apply(
            Tensor.Zeros(2, 2).Cast(DType.Float64), CallContext.Training(Tensor.Scalar(1, DType.Int64))).DType);

    [Fact]
    public void TheDeviationIsNotNegative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianNoise(-1));

    private static Tensor Noisy(long step) => new GaussianNoise(0.5f)
        .Apply(Tensor.Full([400, 500], 3.0), CallContext.Training(Tensor.Scalar(step, DType.Int64)));
}
