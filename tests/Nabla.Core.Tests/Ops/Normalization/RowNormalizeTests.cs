using Nabla.Testing;

namespace Nabla.Tests.Ops.Normalization;

public sealed class RowNormalizeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GradientsFlowThroughEachResult(bool isCentered)
    {
        var op = new RowNormalizeOp(isCentered, 0.01);
        Tensor Draw(Shape shape, long seed) => Tensor.RandomNormal(shape, seed, dtype: DType.Float64);
        Tensor[] inputs = [Draw([4, 9], 1), Draw([9], 2), .. isCentered ? [Draw([9], 3)] : Array.Empty<Tensor>()];
        Tensor[] weights = [Draw([4, 9], 4), Draw([4], 5), .. isCentered ? [Draw([4], 6)] : Array.Empty<Tensor>()];
        for (int used = 0; used <= weights.Length; used++)
        {
            Tensor Loss(IReadOnlyList<Tensor> results) => results
                .Zip(weights, (result, weight) => (result * weight).Sum())
                .Where((_, i) => used == weights.Length || i == used).Aggregate((a, b) => a + b);
            Tensor?[] own = Gradient.OfOrNull(Loss(op.Record(inputs).Outputs), inputs);
            Tensor?[] derived = Gradient.OfOrNull(Loss(op.Define(inputs)), inputs);
            foreach ((Tensor? a, Tensor? b) in own.Zip(derived))
            {
                Assert.Equal(a is null, b is null);
                if (a is not null)
                {
                    new Tolerance(1e-11, 1e-13).Check(a, b!.ToArray<double>(), "The gradient");
                }
            }
        }
    }

    [Fact]
    public void ShapesMustFit() => Assert.Throws<ShapeMismatchException>(
        () => new RowNormalizeOp(true, 0.1).Record(Tensor.Zeros(2, 3), Tensor.Zeros(3), Tensor.Zeros(2)));
}
