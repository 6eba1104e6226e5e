using Nabla.Testing;

namespace Nabla.Tests.Ops.Fused;

public sealed class CrossEntropyGradientTests
{
    [Theory]
    [InlineData(17, 10)]
    [InlineData(3, 100)]
    public void Proof(int rows, int classes) => OpCheck.Run(
        x => Gradient.Of((x[0].CrossEntropy(x[1]) * x[2]).Sum(), x[0])[0],
        [new([rows, classes]), CheckInput.Indices([rows], classes, DType.Int64), new([rows])]);

    [Fact]
    public void TheOwnGradientIsTheDerivedOne()
    {
        Tensor x = Tensor.RandomNormal([4, 9], 1, dtype: DType.Float64), labels = Tensor.From([0, 8, 3, 3]);
        Tensor own = Gradient.Of(x.CrossEntropy(labels).Sum(), x)[0];
        Tensor derived = Gradient.Of(new CrossEntropyOp().Define([x, labels])[0].Sum(), x)[0];
        new Tolerance(1e-12, 1e-14).Check(own, derived.ToArray<double>(), "The gradient");
    }
}
