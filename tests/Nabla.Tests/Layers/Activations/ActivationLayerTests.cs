namespace Nabla.Tests.Layers;

public sealed class ActivationLayerTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new ActivationLayer(Activation.LeakyRelu(0.1)), [4, 5], [4, 5]);
        LayerCheck.Run(() => new ActivationLayer(Activation.Softmax), [4, 5], [4, 5]);
    }

    [Fact]
    public void IsMadeByAddingAnActivation()
    {
        var model = new Sequential { new Dense(2), Activation.Relu };
        Assert.Same(Activation.Relu, Assert.IsType<ActivationLayer>(model[1]).Activation);
    }
}
