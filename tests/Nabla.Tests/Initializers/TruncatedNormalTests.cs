namespace Nabla.Tests.Initializers;

public sealed class TruncatedNormalTests
{
    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void TheTailsAreCutOffAndTheRestIsNormal(DType dtype)
    {
        double[] x = new TruncatedNormal(1, 0.5).Create([400, 500], dtype, new RandomKey(1, "weight"))
            .Cast(DType.Float64).ToArray<double>();
        Assert.All(x, value => Assert.InRange(value, 0, 2));

        double mean = x.Average(), variance = x.Average(value => (value - mean) * (value - mean));
        Assert.Equal(1, mean, 0.005);

        // Within ±2σ, the variance is σ² · (1 − 4 φ(2) / (2 Φ(2) − 1)).
        Assert.Equal(0.25 * 0.7737413035, variance, 0.002);

        // Half of what is left lies within ±Φ⁻¹(1/2 + 0.9545/4) = ±0.6395σ.
        Assert.Equal(0.5, x.Count(value => Math.Abs(value - 1) < 0.5 * 0.63950) / (double)x.Length, 0.005);
        Assert.True(x.Count(value => value is 0 or 2) < 2);
    }

    [Fact]
    public void TheDeviationIsNotNegative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TruncatedNormal(0, -1));
}
