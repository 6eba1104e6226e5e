namespace Nabla;

/// <summary>Multiplies elements by random numbers around 1 while training.</summary>
/// <remarks>
/// Computes <c>y = x · n</c> with <c>n ~ N(1, rate / (1 − rate))</c>, anew in every step: the mean and variance of
/// dropout, without zeros. While predicting, <c>y = x</c>.
/// Source: N. Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, 2014, section 10.
/// </remarks>
[Component("gaussian_dropout")]
public sealed class GaussianDropout : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="rate">The rate of the dropout that it is like: 0 or more, less than 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is out of range.</exception>
    public GaussianDropout(double rate) => Rate = DropoutRate.Check(rate, nameof(GaussianDropout));

    /// <summary>The rate of the dropout that it is like.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        return !context.IsTraining || Rate == 0
            ? x
            : x * Tensor.RandomNormal(
                x.Shape, context.Key("noise"), context.Step, mean: 1, deviation: Math.Sqrt(Rate / (1 - (double)Rate)),
                dtype: x.DType);
    }
}
