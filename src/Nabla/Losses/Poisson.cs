namespace Nabla;

/// <summary>The negative logarithm of the likelihood of counts, but for what does not depend on predictions.</summary>
/// <remarks>
/// Computes <c>e^x − t · x</c> for predictions that are logarithms of rates, else <c>p − t · log(p + 10⁻⁸)</c>, as
/// PyTorch's <c>poisson_nll_loss</c> does.
/// </remarks>
[Component("poisson")]
public sealed class Poisson : Loss
{
    private const double Least = 1e-8;

    /// <summary>Creates the loss.</summary>
    /// <param name="logInput">
    /// Whether predictions are logarithms of rates, which the model gives without a last function; false for rates,
    /// which are not negative, as in Keras.
    /// </param>
    public Poisson(bool logInput = true) => LogInput = logInput;

    /// <summary>Whether predictions are logarithms of rates.</summary>
    public bool LogInput { get; }

    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor t = TargetsLike(predictions, targets);
        return LogInput ? predictions.Exp() - (t * predictions) : predictions - (t * (predictions + Least).Log());
    }
}
