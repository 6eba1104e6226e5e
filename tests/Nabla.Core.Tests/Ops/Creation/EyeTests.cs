using Nabla.Testing;

namespace Nabla.Tests.Ops.Creation;

public sealed class EyeTests
{
    [Fact]
    public void Proof() => OpCheck.Run(_ => Tensor.Eye(5, 7), []);

    [Fact]
    public void OnesAreOnTheDiagonal() => Assert.Equal([1f, 0f, 0f, 0f, 1f, 0f], Tensor.Eye(2, 3).ToArray());
}
