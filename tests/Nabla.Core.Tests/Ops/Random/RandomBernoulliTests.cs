using Nabla.Testing;

namespace Nabla.Tests.Ops.Random;

public sealed class RandomBernoulliTests
{
    [Fact]
    public void Proof() => OpCheck.Run(_ => Tensor.RandomBernoulli([3, 70], 0.3, 7), []);

    [Fact]
    public void TheShareIsTheProbability() =>
        Assert.Equal(0.3, Tensor.RandomBernoulli([100_000], 0.3, 1).Mean().Item<float>(), 0.01);
}
