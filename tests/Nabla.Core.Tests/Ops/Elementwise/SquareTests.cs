using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SquareTests
{
    [Fact]
    public void Proof() =>
        OpCheck.Unary(x => x.Square(), new() { OtherDTypes = [DType.Int32, DType.Int64, DType.UInt8] });

    [Theory]
    [Golden("square")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Square());
}
