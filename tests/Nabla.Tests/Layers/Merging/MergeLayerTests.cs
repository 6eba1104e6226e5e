namespace Nabla.Tests.Layers;

public sealed class MergeLayerTests
{
    [Fact]
    public void OneValueIsNothingToJoin() => Assert.Contains(
        "joins two values or more",
        Assert.Throws<ArgumentException>(() => new Add().Apply(MergeCheck.A, CallContext.Inference)).Message);
}
