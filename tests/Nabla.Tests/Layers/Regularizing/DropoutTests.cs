namespace Nabla.Tests.Layers;

public sealed class DropoutTests
{
    private const float Rate = 0.25f;
    private static readonly Tensor s_ones = Tensor.Ones(100, 200);

    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new Dropout(Rate), [4, 5], [4, 5]);

    [Fact]
    public void LeavesPredictionsAlone() => Assert.Same(s_ones, new Dropout(Rate).Apply(s_ones, CallContext.Inference));

    [Fact]
    public void DropsItsShareAndKeepsTheMean()
    {
        float[] y = Masked(step: 1);

        Assert.All(y, value => Assert.True(value is 0 or 1 / (1 - Rate)));
        Assert.Equal(Rate, y.Count(value => value == 0) / (double)y.Length, 0.01);
    }

    [Fact]
    public void MasksAreNewInEveryStepAndTheSameInEveryRun()
    {
        Assert.Equal(Masked(step: 1), Masked(step: 1));
        Assert.NotEqual(Masked(step: 1), Masked(step: 2));
        Assert.NotEqual(Masked(step: 1), Masked(step: 1, seed: 1));
    }

    [Fact]
    public void LayersOfAModelHaveMasksOfTheirOwn()
    {
        var model = new Sequential(new Dropout(0.5f), new Dropout(0.5f));
        Tensor y = model.Apply(s_ones, CallContext.Training(Tensor.Scalar(1, DType.Int64)));
        float kept = (y > 0).Cast(DType.Float32).Mean().Item<float>();
        Assert.Equal(0.25f, kept, 0.02f);
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1f)]
    [InlineData(float.NaN)]
    public void TheRateIsAShare(float rate) => Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(rate));

    private static float[] Masked(long step, long seed = 0) =>
        new Dropout(Rate).Apply(s_ones, CallContext.Training(Tensor.Scalar(step, DType.Int64), seed)).ToArray();
}
