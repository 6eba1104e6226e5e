using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Reduction;

public sealed class ArgMinTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].ArgMin(1), [new([3, 40, 2])]);

    [Fact]
    public void ProofOverAll() => OpCheck.Run(x => x[0].ArgMin(), [new([3, 7])]);

    [Theory]
    [Golden("arg_min")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => golden.Attribute("axis").ValueKind is System.Text.Json.JsonValueKind.Null
            ? input("x").ArgMin()
            : input("x").ArgMin(golden.Integer("axis")));

    [Fact]
    public void TheFirstOfEqualsIsTakenAndNaNBeforeAll()
    {
        Tensor x = Tensor.From(new[,] { { 2f, 2f, 2f }, { 1f, float.NaN, float.NaN } });
        Assert.Equal([0, 1], x.ArgMin(1).ToArray<long>());
    }
}
