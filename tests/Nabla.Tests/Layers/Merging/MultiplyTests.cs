namespace Nabla.Tests.Layers;

public sealed class MultiplyTests
{
    [Fact]
    public void ValuesAreJoinedElementByElement() => MergeCheck.Run(() => new Multiply(), 0, 6, 18, -8);
}
