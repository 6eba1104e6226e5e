using Nabla.Testing;

namespace Nabla.Tests.Ops.Normalization;

public sealed class ChannelSumsTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 7, 5)]
    [InlineData(3, 65, 17)]
    [InlineData(2, 0, 3)]
    public void Proof(int outer, int rows, int channels) => OpCheck.Run(
        x =>
        {
            IReadOnlyList<Tensor> sums = ChannelSumsOp.Instance.Record(x[0], x[1], x[2]).Outputs;
            return sums[0] * 0.5 + sums[1];
        },
        [new([outer, rows, channels]), new([outer, rows, channels]), new([outer, channels])],
        new() { ToleranceFactor = 16 });

    [Fact]
    public void ManySegmentsAreThoseOfTheDefinition()
    {
        Tensor x = Tensor.RandomNormal([2, 6001, 33], 1), dy = Tensor.RandomNormal([2, 6001, 33], 2);
        Tensor mean = Tensor.RandomNormal([2, 33], 3);
        IReadOnlyList<Tensor> sums = ChannelSumsOp.Instance.Record(x, dy, mean).Outputs;
        Tensor[] expected = ChannelSumsOp.Instance.Define(
            [x.Cast(DType.Float64), dy.Cast(DType.Float64), mean.Cast(DType.Float64)]);
        new Tolerance(0, 2e-4).Check(sums[0].Cast(DType.Float64), expected[0].ToArray<double>(), "The sum");
        new Tolerance(0, 2e-4).Check(sums[1].Cast(DType.Float64), expected[1].ToArray<double>(), "The product");
    }

    [Fact]
    public void ShapesMustFit() => Assert.Contains("[outer, channels] but got", Assert.Throws<ShapeMismatchException>(
        () => ChannelSumsOp.Instance.Record(Tensor.Zeros(1, 2, 3), Tensor.Zeros(1, 2, 3), Tensor.Zeros(3))).Message,
        StringComparison.Ordinal);
}
