namespace Nabla.Tests.Layers;

public sealed class IdentityTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new Identity(), [4, 6], [4, 6]);

    [Fact]
    public void PassesItsInputOn()
    {
        Tensor x = Tensor.Ones(2, 3);
        Assert.Same(x, new Identity().Apply(x, CallContext.Inference));
    }
}
