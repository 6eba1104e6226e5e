namespace Nabla;

/// <summary>Sets elements to zero at random while training, so that no unit can rely on another.</summary>
/// <remarks>
/// While training, computes <c>y = x · mask / (1 − rate)</c>, where each element of <c>mask</c> is 0 with probability
/// <c>rate</c> and 1 otherwise, anew in every step; while predicting, <c>y = x</c>. The mask is a function of seed,
/// path and step,
/// is made tile by tile where it is used, and is never stored.
/// Source: N. Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, 2014.
/// </remarks>
[Component("dropout")]
public sealed class Dropout : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="rate">The share of elements that become zero: 0 or more, less than 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is out of range.</exception>
    public Dropout(double rate) => Rate = DropoutRate.Check(rate, nameof(Dropout));

    /// <summary>The share of elements that become zero.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        if (!context.IsTraining || Rate == 0)
        {
            return x;
        }

        Tensor isKept = Tensor.RandomUniform(x.Shape, context.Key("mask"), context.Step) >= Rate;
        return isKept.Where(x * (1 / (1 - (double)Rate)), 0);
    }
}
