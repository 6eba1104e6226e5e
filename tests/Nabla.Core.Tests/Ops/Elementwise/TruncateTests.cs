using Nabla.Testing;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class TruncateTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Truncate(), new() { HasGradient = false, OtherDTypes = [DType.Int32] });
}
