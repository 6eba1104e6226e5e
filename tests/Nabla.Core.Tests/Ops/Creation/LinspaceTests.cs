using Nabla.Testing;

namespace Nabla.Tests.Ops.Creation;

public sealed class LinspaceTests
{
    [Fact]
    public void Proof() => OpCheck.Run(_ => Tensor.Linspace(-1, 1, 101), []);

    [Fact]
    public void BothEndsAreThere() => Assert.Equal([0f, 0.25f, 0.5f, 0.75f, 1f], Tensor.Linspace(0, 1, 5).ToArray());
}
