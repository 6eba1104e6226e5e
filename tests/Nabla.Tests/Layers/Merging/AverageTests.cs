namespace Nabla.Tests.Layers;

public sealed class AverageTests
{
    [Fact]
    public void ValuesAreJoinedElementByElement() => MergeCheck.Run(() => new Average(), 2, 2, 8f / 3, 1);
}
