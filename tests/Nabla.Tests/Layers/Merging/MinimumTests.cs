namespace Nabla.Tests.Layers;

public sealed class MinimumTests
{
    [Fact]
    public void ValuesAreJoinedElementByElement() => MergeCheck.Run(() => new Minimum(), 0, 1, 2, -2);
}
