using Nabla.Testing;

namespace Nabla.Tests.Ops.Pooling;

public sealed class MaxPoolPickTests
{
    private static readonly Axes<AxisTaps> s_taps =
        PoolingWindow.Over("Test", Tensor.Zeros(2, 7, 6, 3), [3, 2], 2, 1).Taps;

    [Fact]
    public void Proof() => OpCheck.Run(
        x => new MaxPoolPickOp(s_taps).Apply(x[0], x[1]),
        [CheckInput.Indices([2, 4, 4, 3], 6, DType.UInt8), new CheckInput([2, 7, 6, 3])]);

    [Fact]
    public void IsTheTransposeOfScattering()
    {
        Tensor x = Tensor.RandomNormal([2, 7, 6, 3], 1, dtype: DType.Float64);
        Tensor dy = Tensor.RandomNormal([2, 4, 4, 3], 2, dtype: DType.Float64);
        Tensor choice = new MaxPoolOp(s_taps).Record(x).Outputs[1];
        Tensor picked = new MaxPoolPickOp(s_taps).Apply(choice, x), scattered =
            new MaxPoolScatterOp(s_taps).Apply(choice, dy);
        Assert.Equal((picked * dy).Sum().Item<double>(), (x * scattered).Sum().Item<double>(), 1e-12);
        Assert.Equal(x.MaxPool([3, 2], 2, 1).ToArray<double>(), picked.ToArray<double>());
    }
}
