using Nabla.Testing;

namespace Nabla.Tests.Ops.Random;

public sealed class RandomNormalTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => Tensor.RandomNormal([3, 70], 7, dtype: x[0].DType) * x[0], [new([70])]);

    [Fact]
    public void KeyCounterAndPositionDecide()
    {
        float[] Draw(RandomKey key, long counter) =>
            Tensor.RandomNormal([100], key, Tensor.Scalar(counter, DType.Int64)).ToArray();
        Assert.Equal(Draw(new RandomKey(1, "a"), 0), Draw(new RandomKey(1, "a"), 0));
        Assert.NotEqual(Draw(new RandomKey(1, "a"), 0), Draw(new RandomKey(1, "a"), 1));
        Assert.NotEqual(Draw(new RandomKey(1, "a"), 0), Draw(new RandomKey(1, "b"), 0));
        Assert.NotEqual(Draw(new RandomKey(1, "a"), 0), Draw(new RandomKey(2, "a"), 0));
    }

    [Fact]
    public void ManyHaveTheMomentsOfTheDistribution()
    {
        Tensor x = Tensor.RandomNormal([100_000], 3);
        Assert.Equal(0, x.Mean().Item<float>(), 0.01);
        Assert.Equal(1, x.StandardDeviation().Item<float>(), 0.01);
    }
}
