using Nabla.Testing;

namespace Nabla.Tests.Ops.Creation;

public sealed class FullLikeTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].FullLike(3) + x[0].ZerosLike() * x[0].OnesLike(), [new([2, 3])]);
}
