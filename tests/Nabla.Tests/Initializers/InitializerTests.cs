namespace Nabla.Tests.Initializers;

public sealed class InitializerTests
{
    private static readonly Shape s_shape = [300, 200];

    [Theory]
    [InlineData(typeof(GlorotUniform), 0.0632455532)] // √(2 / (300 + 200))
    [InlineData(typeof(GlorotNormal), 0.0632455532)]
    [InlineData(typeof(HeUniform), 0.0816496581)]     // √(2 / 300)
    [InlineData(typeof(HeNormal), 0.0816496581)]
    public void TheDeviationIsThatOfThePaper(Type type, double deviation)
    {
        float[] values = Values((Initializer)Activator.CreateInstance(type)!);
        double mean = values.Average(value => (double)value);
        double spread = Math.Sqrt(values.Average(value => (double)value * value));

        Assert.Equal(0, mean, deviation * 0.02);
        Assert.Equal(deviation, spread, deviation * 0.02);
        if (type.Name.EndsWith("Uniform", StringComparison.Ordinal))
        {
            Assert.All(values, value => Assert.InRange(Math.Abs(value), 0, deviation * Math.Sqrt(3) * 1.0001));
        }
    }

    [Fact]
    public void TheWindowOfAConvolutionCounts()
    {
        float[] values = new HeNormal().Create([3, 3, 32, 64], DType.Float32, 1).ToArray();
        double expected = Math.Sqrt(2.0 / (3 * 3 * 32));
        Assert.Equal(expected, Math.Sqrt(values.Average(value => (double)value * value)), expected * 0.03);
    }

    [Fact]
    public void PlainOnesGiveWhatTheySay()
    {
        Assert.All(Values(new Zeros()), value => Assert.Equal(0f, value));
        Assert.All(Values(new Ones()), value => Assert.Equal(1f, value));
        Assert.All(Values(new Constant(0.25)), value => Assert.Equal(0.25f, value));
        Assert.All(Values(new RandomUniform(2, 3)), value => Assert.InRange(value, 2, 3));
        Assert.Equal(5, Values(new RandomNormal(5, 0.1)).Average(), 0.01);
    }

    [Fact]
    public void ValuesFollowFromTheKeyAlone()
    {
        Assert.Equal(Values(new GlorotUniform(), new(1, "a")), Values(new GlorotUniform(), new(1, "a")));
        Assert.NotEqual(Values(new GlorotUniform(), new(1, "a")), Values(new GlorotUniform(), new(1, "b")));
        Assert.NotEqual(Values(new GlorotUniform(), new(1, "a")), Values(new GlorotUniform(), new(2, "a")));
    }

    [Fact]
    public void BoundsAreChecked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomUniform(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomNormal(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomNormal(double.NaN));
    }

    [Fact]
    public void DoublePrecisionIsKept() =>
        Assert.Equal(DType.Float64, new HeUniform().Create([2, 2], DType.Float64, 0).DType);

    private static float[] Values(Initializer initializer, RandomKey key = default) =>
        initializer.Create(s_shape, DType.Float32, key).ToArray();
}
