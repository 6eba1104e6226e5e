namespace Nabla.Tests.Layers;

public sealed class AddTests
{
    [Fact]
    public void ValuesAreJoinedElementByElement() => MergeCheck.Run(() => new Add(), 6, 6, 8, 3);
}
