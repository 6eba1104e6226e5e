using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Linear;

public sealed class MatMulTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].MatMul(x[1]), [new([2, 3, 4]), new([4, 2])]);

    [Theory]
    [Golden("matmul")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (golden, input) =>
    {
        Tensor x = input("x"), y = input("y");
        return (golden.Flag("transpose_left") ? x.Transpose() : x)
            .MatMul(golden.Flag("transpose_right") ? y.Transpose() : y);
    });

    [Theory]
    [Golden("dense_chain")]
    public void TwoLayersMatchPyTorch(string name) => GoldenCheck.Run(name, (golden, input) =>
    {
        Tensor hidden = input("x").MatMul(input("w1")) + input("b1");
        hidden = golden.Text("activation") switch
        {
            "sigmoid" => hidden.Sigmoid(),
            "tanh" => hidden.Tanh(),
            "relu" => hidden.Relu(),
            "gelu" => hidden.Gelu(),
            _ => hidden,
        };
        return hidden.MatMul(input("w2")) + input("b2");
    });

    [Fact]
    public void ExtentsThatDoNotMeetAreNamed()
    {
        var exception = Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(2, 3).MatMul(Tensor.Zeros(4, 2)));
        Assert.Contains("cannot multiply [2, 3] by [4, 2]", exception.Message, StringComparison.Ordinal);
        Assert.Contains("transpose or reshape", exception.Message, StringComparison.Ordinal);
    }
}
