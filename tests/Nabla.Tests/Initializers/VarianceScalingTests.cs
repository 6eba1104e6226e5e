namespace Nabla.Tests.Initializers;

public sealed class VarianceScalingTests
{
    [Theory]
    [InlineData(FanMode.In, RandomDistribution.TruncatedNormal)]
    [InlineData(FanMode.In, RandomDistribution.Normal)]
    [InlineData(FanMode.In, RandomDistribution.Uniform)]
    [InlineData(FanMode.Out, RandomDistribution.TruncatedNormal)]
    [InlineData(FanMode.Average, RandomDistribution.Uniform)]
    public void TheVarianceIsTheScaleByTheFan(FanMode mode, RandomDistribution distribution)
    {
        var initializer = new VarianceScaling(2, mode, distribution);
        Check(initializer, [200, 600], mode switch { FanMode.In => 200, FanMode.Out => 600, _ => 400 });

        // A kernel: each position of the window counts.
        Check(initializer, [3, 5, 40, 120], mode switch { FanMode.In => 600, FanMode.Out => 1800, _ => 1200 });
    }

    [Fact]
    public void TheNamedOnesAreSpecialCases()
    {
        Same(new VarianceScaling(1, FanMode.Average, RandomDistribution.Uniform), new GlorotUniform());
        Same(new VarianceScaling(1, FanMode.Average, RandomDistribution.Normal), new GlorotNormal());
        Same(new VarianceScaling(2, FanMode.In, RandomDistribution.Uniform), new HeUniform());
        Same(new VarianceScaling(2, FanMode.In, RandomDistribution.Normal), new HeNormal());
        Same(new VarianceScaling(1, FanMode.In, RandomDistribution.Uniform), new LecunUniform());
        Same(new VarianceScaling(1, FanMode.In, RandomDistribution.Normal), new LecunNormal());
    }

    [Fact]
    public void TheScaleIsAboveZero() => Assert.Throws<ArgumentOutOfRangeException>(() => new VarianceScaling(0));

    private static void Same(Initializer general, Initializer named)
    {
        float[] expected = named.Create([30, 50], DType.Float32, new RandomKey(1, "weight")).ToArray();
        float[] actual = general.Create([30, 50], DType.Float32, new RandomKey(1, "weight")).ToArray();
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-7f));
    }

    // Of 120,000 draws or more the variance is known to one part in 250 (one deviation).
    private static void Check(Initializer initializer, Shape shape, double fan)
    {
        Tensor weight = initializer.Create(shape, DType.Float64, new RandomKey(3, "weight"));
        double variance = weight.Variance().Item<double>();
        Assert.InRange(variance * fan / 2, 0.98, 1.02);
        Assert.Equal(0, weight.Mean().Item<double>(), 4 * Math.Sqrt(variance / shape.ElementCount));
    }
}
