namespace Nabla.Tests.Layers;

public sealed class AffineNormalizationTests
{
    [Theory]
    [InlineData(false, false, new string[0])]
    [InlineData(true, false, new[] { "beta" })]
    [InlineData(false, true, new[] { "gamma" })]
    [InlineData(true, true, new[] { "gamma", "beta" })]
    public void ParametersAreThoseAskedFor(bool center, bool scale, string[] expected)
    {
        var layer = new GroupNormalization(1, center: center, scale: scale);
        layer.Apply(Tensor.Zeros(2, 3, 4), CallContext.Inference);
        Assert.Equal(expected, layer.VariablePaths().Select(entry => entry.Path));
        Assert.All(layer.Parameters, parameter => Assert.Equal([4], parameter.Shape));
    }

    [Fact]
    public void RegularizersAndConstraintsReachTheParameters()
    {
        AffineNormalization layer = new BatchNormalization(
            gammaInitializer: new Constant(2), betaInitializer: new Constant(3), gammaRegularizer: new L1L2(l2: 0.1),
            betaConstraint: new NonNegative());
        layer.Apply(Tensor.Zeros(2, 3), CallContext.Inference);
        Assert.Equal("gamma", Assert.Single(layer.ParameterRegularizers).Parameter.Name);
        Assert.Equal("beta", Assert.Single(layer.ParameterConstraints).Parameter.Name);
        Assert.Equal([3f, 3f, 3f, 3f, 3f, 3f], layer.Apply(Tensor.Zeros(2, 3), CallContext.Inference).ToArray());
    }
}
