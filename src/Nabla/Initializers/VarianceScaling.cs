namespace Nabla;

/// <summary>Starts elements with a variance that fits the number of inputs and outputs.</summary>
/// <remarks>
/// The variance is <c>scale / n</c>, where n counts inputs, outputs or the mean of both; the variance is that of the
/// numbers drawn, truncated or not. The named initializers are special cases:
/// <see cref="GlorotUniform"/> is (1, average, uniform), <see cref="HeNormal"/> (2, in, normal),
/// <see cref="LecunNormal"/> (1, in, normal). Those that Keras calls <c>HeNormal</c>, <c>GlorotNormal</c> and
/// <c>LecunNormal</c> are truncated, as <c>new VarianceScaling(2)</c> is; ours are not, as in PyTorch.
/// </remarks>
/// <example><code>new Dense(64, kernelInitializer: new VarianceScaling(2, FanMode.Out))</code></example>
[Component("variance_scaling")]
public sealed class VarianceScaling : Initializer
{
    /// <summary>Chooses variance and distribution.</summary>
    /// <param name="scale">What the variance is a multiple of; above 0.</param>
    /// <param name="mode">What it is divided by.</param>
    /// <param name="distribution">How elements are distributed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not above 0.</exception>
    public VarianceScaling(
        double scale = 1,
        FanMode mode = FanMode.In,
        RandomDistribution distribution = RandomDistribution.TruncatedNormal)
    {
        if (!(scale > 0) || !double.IsFinite(scale))
        {
            throw new ArgumentOutOfRangeException(
                nameof(scale), scale, "VarianceScaling takes a scale above 0, such as 1 for tanh or 2 for relu.");
        }

        Scale = scale;
        Mode = mode;
        Distribution = distribution;
    }

    /// <summary>What the variance is a multiple of.</summary>
    public double Scale { get; }

    /// <summary>What the variance is divided by.</summary>
    public FanMode Mode { get; }

    /// <summary>How elements are distributed.</summary>
    public RandomDistribution Distribution { get; }

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key)
    {
        Fan fan = Fan.Of(shape);
        double count = Mode switch { FanMode.In => fan.In, FanMode.Out => fan.Out, _ => fan.Average };
        double variance = Scale / count, deviation = Math.Sqrt(variance), limit = Math.Sqrt(3 * variance);
        return Distribution switch
        {
            RandomDistribution.Uniform => Tensor.RandomUniform(shape, key, low: -limit, high: limit, dtype: dtype),
            RandomDistribution.Normal => Tensor.RandomNormal(shape, key, deviation: deviation, dtype: dtype),
            _ => TruncatedNormal.Standard(shape, dtype, key) * (deviation / TruncatedNormal.DeviationOfStandard),
        };
    }
}
