using Nabla.Graph;
using Nabla.Testing;

namespace Nabla.Tests.Ops.Fused;

public sealed class CheckFiniteTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].CheckFinite("the loss"), [new([4, 5])]);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void WhatIsNotFiniteIsNamed(float value)
    {
        using LayerScope scope = LayerScope.Enter("decoder");
        Tensor x = Tensor.From([1f, value, 2f]).CheckFinite("The loss");
        var exception = Assert.Throws<NonFiniteException>(() => x.Evaluate());
        Assert.Contains("The loss in layer 'decoder' is", exception.Message, StringComparison.Ordinal);
        Assert.Contains("at position 1 of [3]; lower the learning rate", exception.Message, StringComparison.Ordinal);
    }
}
