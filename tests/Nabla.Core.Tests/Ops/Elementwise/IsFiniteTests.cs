using Nabla.Testing;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class IsFiniteTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.IsFinite(), new() { OtherDTypes = [DType.Int32] });
}
