using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class MaximumTests
{
    [Fact]
    public void Proof() =>
        OpCheck.Binary((a, b) => a.Maximum(b), new() { OtherDTypes = [DType.Int32, DType.Int64, DType.UInt8] });

    [Theory]
    [Golden("maximum")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Maximum(input("y")));

    [Fact]
    public void EqualElementsShareTheGradient()
    {
        Tensor x = Tensor.From([1.0, 2.0]);
        Assert.Equal([0.5, 1], Gradient.Of(x.Maximum(1).Sum(), x)[0].ToArray<double>());
    }
}
