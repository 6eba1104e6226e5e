namespace Nabla.Tests.Layers;

public sealed class MaximumTests
{
    [Fact]
    public void ValuesAreJoinedElementByElement() => MergeCheck.Run(() => new Maximum(), 5, 3, 3, 4);
}
