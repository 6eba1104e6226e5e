namespace Nabla.Tests.Layers.Convolution;

public sealed class SeparableConvolutionTests
{
    [Fact]
    public void HasTwoKernelsAndOneBias()
    {
        var model = new Sequential(
            new SeparableConv2D(
                8, 3, depthMultiplier: 2, depthwiseRegularizer: new L2(1), pointwiseRegularizer: new L1(1),
                depthwiseInitializer: new Ones(), pointwiseInitializer: new Constant(0.5)));
        model.Build(5, 5, 3);

        Assert.Equal(
            ["0.depthwise_weight", "0.pointwise_weight", "0.bias"],
            model.VariablePaths().Select(entry => entry.Path));
        Assert.Equal<Shape>([3, 3, 1, 6], model.Parameters[0].Shape);
        Assert.Equal<Shape>([1, 1, 6, 8], model.Parameters[1].Shape);
        Assert.Equal(27f, model.Predict(Tensor.Ones(1, 3, 3, 3))[0, 0, 0, 0].Item<float>());
    }

    [Fact]
    public void HasOneFilterAtLeast()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeparableConv2D(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeparableConv2D(1, 3, depthMultiplier: 0));
    }
}
