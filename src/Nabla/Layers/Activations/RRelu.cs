namespace Nabla;

/// <summary>A rectifier whose negative side has a random slope while training.</summary>
/// <remarks>
/// While training, <c>y = x for x &gt; 0, slope · x otherwise</c>, with a slope from <c>U(lower, upper)</c> for each
/// element, anew in every step; while predicting, the slope is the mean of both bounds.
/// Source: B. Xu, N. Wang, T. Chen, M. Li, Empirical evaluation of rectified activations, 2015.
/// </remarks>
[Component("r_relu")]
public sealed class RRelu : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="lower">The least slope; 1/8 as in PyTorch by default.</param>
    /// <param name="upper">The bound that slopes stay below; 1/3 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not finite, or the wrong way round.</exception>
    public RRelu(double lower = 1 / 8.0, double upper = 1 / 3.0)
    {
        if (!double.IsFinite(lower) || !double.IsFinite(upper) || lower > upper)
        {
            throw new ArgumentOutOfRangeException(
                nameof(upper),
                $"RRelu needs two finite bounds in ascending order but got {lower:R} and {upper:R}.");
        }

        Lower = lower;
        Upper = upper;
    }

    /// <summary>The least slope.</summary>
    public double Lower { get; }

    /// <summary>The bound that slopes stay below.</summary>
    public double Upper { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        return context.IsTraining
            ? x.PRelu(Tensor.RandomUniform(
                x.Shape, context.Key("slope"), context.Step, low: Lower, high: Upper, dtype: x.DType))
            : x.LeakyRelu((Lower + Upper) / 2);
    }
}
