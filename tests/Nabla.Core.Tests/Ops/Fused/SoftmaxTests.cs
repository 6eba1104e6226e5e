using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Fused;

public sealed class SoftmaxTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(100)]
    public void Proof(int classes) => OpCheck.Run(x => x[0].Softmax(), [new([3, classes], -4, 4)]);

    [Theory]
    [InlineData(17, 1)]
    [InlineData(40, 15)]
    [InlineData(40, 33)]
    public void ProofAlongAnotherAxis(int extent, int inner) =>
        OpCheck.Run(x => x[0].Softmax(1), [new([2, extent, inner])]);

    [Theory]
    [Golden("softmax")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Softmax(golden.Integer("axis")));

    [Fact]
    public void TheOwnGradientIsTheDerivedOne()
    {
        Tensor x = Tensor.RandomNormal([4, 9], 1, dtype: DType.Float64);
        Tensor weights = Tensor.RandomNormal([4, 9], 2, dtype: DType.Float64);
        Tensor own = Gradient.Of((x.Softmax() * weights).Sum(), x)[0];
        Tensor derived = Gradient.Of((new SoftmaxOp(1).Define([x])[0] * weights).Sum(), x)[0];
        new Tolerance(1e-12, 1e-14).Check(own, derived.ToArray<double>(), "The gradient");
    }
}
