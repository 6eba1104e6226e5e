using Nabla.Testing;

namespace Nabla.Tests.Ops.Normalization;

public sealed class ChannelMomentsTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 7, 5)]
    [InlineData(3, 65, 17)]
    [InlineData(2, 130, 40)]
    public void Proof(int outer, int rows, int channels) => OpCheck.Run(
        x => ChannelMomentsOp.Instance.Record(x[0]).Outputs[1] - ChannelMomentsOp.Instance.Record(x[0]).Outputs[0],
        [new([outer, rows, channels])], new() { ToleranceFactor = 4 });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void TheOwnGradientIsTheDerivedOne(int output)
    {
        Tensor x = Tensor.RandomNormal([2, 9, 4], 1, dtype: DType.Float64);
        Tensor weights = Tensor.RandomNormal([2, 4], 2, dtype: DType.Float64);
        Tensor own = Gradient.Of((ChannelMomentsOp.Instance.Record(x).Outputs[output] * weights).Sum(), x)[0];
        Tensor derived = Gradient.Of((ChannelMomentsOp.Instance.Define([x])[output] * weights).Sum(), x)[0];
        new Tolerance(1e-12, 1e-14).Check(own, derived.ToArray<double>(), "The gradient");
    }

    [Theory]
    [InlineData(20_000, 3)]
    [InlineData(5_001, 64)]
    [InlineData(700, 1000)]
    public void NothingCancels(int rows, int channels)
    {
        // A mean ten thousand times the deviation, and a first row that is far away from both.
        double[] numbers = new double[(long)rows * channels];
        var random = new System.Random(5);
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i < channels ? -2e4 : (float)(1e4 + random.NextDouble() * 2);
        }

        Tensor exact = Tensor.From(numbers, [1, rows, channels]);
        IReadOnlyList<Tensor> moments = ChannelMomentsOp.Instance.Record(exact.Cast(DType.Float32)).Outputs;
        Tensor[] expected = ChannelMomentsOp.Instance.Define([exact]);
        new Tolerance(2e-6, 0).Check(moments[0].Cast(DType.Float64), expected[0].ToArray<double>(), "The mean");
        new Tolerance(2e-5, 0).Check(moments[1].Cast(DType.Float64), expected[1].ToArray<double>(), "The variance");
    }

    [Fact]
    public void NothingHasNoMoments() => Assert.Throws<ShapeMismatchException>(
        () => ChannelMomentsOp.Instance.Record(Tensor.Zeros(2, 0, 3)));
}
