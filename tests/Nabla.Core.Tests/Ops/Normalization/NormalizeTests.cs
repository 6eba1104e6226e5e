using Nabla.Testing;

namespace Nabla.Tests.Ops.Normalization;

public sealed class NormalizeTests
{
    [Theory]
    [InlineData(1, 5, 3, 3)]
    [InlineData(2, 4, 6, 2)]
    [InlineData(3, 2, 4, 1)]
    public void GradientsFlowThroughEachResult(int outer, int rows, int channels, int groups)
    {
        Tensor x = Tensor.RandomNormal([outer, rows, channels], 1, dtype: DType.Float64);
        Tensor scale = Tensor.RandomNormal([channels], 2, dtype: DType.Float64);
        Tensor offset = Tensor.RandomNormal([channels], 3, dtype: DType.Float64);
        Tensor y = Tensor.RandomNormal([outer, rows, channels], 4, dtype: DType.Float64);
        Tensor moments = Tensor.RandomNormal([outer, groups], 5, dtype: DType.Float64);
        var op = new NormalizeOp(groups, 0.01);

        // Each result alone, then all of them: what is not asked for must not be missed.
        bool[][] choices = [[true, false, false], [false, true, false], [false, false, true], [true, true, true]];
        foreach (bool[] uses in choices)
        {
            Tensor Loss(IReadOnlyList<Tensor> results) => new[] { y, moments, moments.Square() }
                .Zip(results, (weights, result) => (weights * result).Sum()).Where((_, i) => uses[i])
                .Aggregate((a, b) => a + b);
            Tensor?[] own = Gradient.OfOrNull(Loss(op.Record(x, scale, offset).Outputs), [x, scale, offset]);
            Tensor?[] derived = Gradient.OfOrNull(Loss(op.Define([x, scale, offset])), [x, scale, offset]);
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
    public void GroupsMustDivideTheChannels() => Assert.Throws<ShapeMismatchException>(
        () => new NormalizeOp(2, 0.1).Record(Tensor.Zeros(1, 2, 3), Tensor.Zeros(3), Tensor.Zeros(3)));
}
