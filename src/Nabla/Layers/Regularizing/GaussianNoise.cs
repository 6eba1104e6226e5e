namespace Nabla;

/// <summary>Adds normally distributed noise while training.</summary>
/// <remarks>Computes <c>y = x + N(0, σ²)</c>, anew in every step; while predicting, <c>y = x</c>.</remarks>
[Component("gaussian_noise")]
public sealed class GaussianNoise : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="standardDeviation">σ, in the unit of the input: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="standardDeviation"/> is negative.</exception>
    public GaussianNoise(double standardDeviation)
    {
        if (!(standardDeviation >= 0) || !double.IsFinite(standardDeviation))
        {
            throw new ArgumentOutOfRangeException(
                nameof(standardDeviation), standardDeviation,
                "GaussianNoise takes a standard deviation of 0 or more, such as 0.1.");
        }

        StandardDeviation = standardDeviation;
    }

    /// <summary>The standard deviation of the noise.</summary>
    public double StandardDeviation { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        return !context.IsTraining || StandardDeviation == 0
            ? x
            : x + Tensor.RandomNormal(
                x.Shape, context.Key("noise"), context.Step, deviation: StandardDeviation, dtype: x.DType);
    }
}
