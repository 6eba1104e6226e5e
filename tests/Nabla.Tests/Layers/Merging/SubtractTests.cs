namespace Nabla.Tests.Layers;

public sealed class SubtractTests
{
    [Fact]
    public void ValuesAreJoinedElementByElement() => MergeCheck.Run(() => new Subtract(), -4, -2, -2, 5);
}
