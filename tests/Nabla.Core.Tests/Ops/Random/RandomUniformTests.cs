using Nabla.Testing;

namespace Nabla.Tests.Ops.Random;

public sealed class RandomUniformTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => Tensor.RandomUniform([3, 70], 7, dtype: x[0].DType) * x[0], [new([70])]);

    [Fact]
    public void KeyCounterAndPositionDecide()
    {
        float[] Draw(RandomKey key, long counter) =>
            Tensor.RandomUniform([100], key, Tensor.Scalar(counter, DType.Int64)).ToArray();
        Assert.Equal(Draw(new RandomKey(1, "a"), 0), Draw(new RandomKey(1, "a"), 0));
        Assert.NotEqual(Draw(new RandomKey(1, "a"), 0), Draw(new RandomKey(1, "a"), 1));
        Assert.NotEqual(Draw(new RandomKey(1, "a"), 0), Draw(new RandomKey(1, "b"), 0));
        Assert.NotEqual(Draw(new RandomKey(1, "a"), 0), Draw(new RandomKey(2, "a"), 0));
    }

    [Fact]
    public void ManyHaveTheMomentsOfTheDistribution()
    {
        Tensor x = Tensor.RandomUniform([100_000], 3);
        Assert.Equal(0.5, x.Mean().Item<float>(), 0.01);
        Assert.Equal(Math.Sqrt(1 / 12.0), x.StandardDeviation().Item<float>(), 0.01);
    }
}
