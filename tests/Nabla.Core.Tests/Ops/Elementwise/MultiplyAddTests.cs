using Nabla.Testing;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class MultiplyAddTests
{
    [Fact]
    public void Proof() => OpCheck.Run(
        x => x[0].MultiplyAdd(x[1], x[2]), [new([3, 4]), new([4]), new([3, 1])]);
}
