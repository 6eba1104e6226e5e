namespace Nabla.Tests.Layers;

public sealed class GaussianDropoutTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new GaussianDropout(0.1f), [4, 5], [4, 5]);

    [Fact]
    public void TheFactorHasTheVarianceOfDropout()
    {
        Tensor y = new GaussianDropout(0.2f)
            .Apply(Tensor.Full([400, 500], 3.0), CallContext.Training(Tensor.Scalar(1, DType.Int64)));

        Assert.Equal(3, y.Mean().Item<float>(), 0.02f);
        Assert.Equal(9 * 0.25, y.Variance().Item<float>(), 0.05);
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1f)]
    public void TheRateIsAShare(float rate) => Assert.Contains(
        "GaussianDropout takes a rate",
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianDropout(rate)).Message);
}
