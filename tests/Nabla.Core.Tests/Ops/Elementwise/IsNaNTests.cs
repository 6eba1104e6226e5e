using Nabla.Testing;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class IsNaNTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.IsNaN(), new() { OtherDTypes = [DType.Int32] });
}
