namespace Nabla.Tests.Layers;

public sealed class ActivityRegularizationTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new ActivityRegularization(0.1, 0.01), [4, 5], [4, 5]);

    [Fact]
    public void TheLossIsThePenaltyOfAnExample()
    {
        var losses = new List<Tensor>();
        Tensor x = Tensor.From(new[,] { { 1f, -2 }, { 3, 0 } });
        new ActivityRegularization(0.5, 0.25).Apply(x, CallContext.Inference.Collecting(losses));

        Assert.Equal((0.5f * 6 + 0.25f * 14) / 2, Assert.Single(losses).Item<float>());
    }
}
