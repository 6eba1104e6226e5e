namespace Nabla.Tests.Layers;

public sealed class AlphaDropoutTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new AlphaDropout(0.1f), [4, 5], [4, 5]);

    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.5f)]
    public void MeanAndVarianceStay(float rate)
    {
        Tensor x = Tensor.RandomNormal([400, 500], 3);
        Tensor y = new AlphaDropout(rate).Apply(x, CallContext.Training(Tensor.Scalar(1, DType.Int64)));

        Assert.Equal(0, y.Mean().Item<float>(), 0.01f);
        Assert.Equal(1, y.Variance().Item<float>(), 0.02f);
        double scale = 1 / Math.Sqrt((1 - rate) * (1 + rate * 1.7580993408473766 * 1.7580993408473766));
        double dropped = scale * (-1.7580993408473766 + 1.7580993408473766 * rate);
        Assert.Equal(rate, y.ToArray().Count(value => Math.Abs(value - dropped) < 1e-5) / 200_000.0, 0.005);
    }

    [Fact]
    public void LeavesPredictionsAlone()
    {
        Tensor x = Tensor.Ones(2, 3);
        Assert.Same(x, new AlphaDropout(0.5f).Apply(x, CallContext.Inference));
    }
}
