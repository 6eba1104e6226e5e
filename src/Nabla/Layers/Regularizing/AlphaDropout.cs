namespace Nabla;

/// <summary>Dropout that keeps mean 0 and variance 1, for networks of selu.</summary>
/// <remarks>
/// While training, each element becomes <c>α′ ≈ −1.7581</c>, the limit of selu, with probability <c>rate</c>, anew in
/// every step; then everything is scaled and shifted so that mean and variance stay. While predicting,
/// <c>y = x</c>.
/// Source: G. Klambauer et al., Self-normalizing neural networks, 2017.
/// </remarks>
[Component("alpha_dropout")]
public sealed class AlphaDropout : Layer
{
    private const double Limit = -1.6732632423543772848170429916717 * 1.0507009873554804934193349852946;

    /// <summary>Creates the layer.</summary>
    /// <param name="rate">The share of elements that are dropped: 0 or more, less than 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is out of range.</exception>
    public AlphaDropout(double rate) => Rate = DropoutRate.Check(rate, nameof(AlphaDropout));

    /// <summary>The share of elements that are dropped.</summary>
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

        double rate = Rate, scale = 1 / Math.Sqrt((1 - rate) * (1 + rate * Limit * Limit));
        Tensor isKept = Tensor.RandomUniform(x.Shape, context.Key("mask"), context.Step) >= Rate;
        return isKept.Where(x, Limit) * scale - scale * Limit * rate;
    }
}
