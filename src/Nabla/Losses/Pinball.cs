using Nabla.Comparison;

namespace Nabla;

/// <summary>The loss of which quantiles are the minimum: prediction of ranges rather than means.</summary>
/// <remarks>
/// Computes <c>max(q · d, (q − 1) · d)</c> with <c>d = t − p</c>: with <c>q = 0.9</c> the prediction is exceeded one
/// time in ten. Also called quantile loss. Source: R. Koenker, G. Bassett, Regression quantiles, 1978.
/// </remarks>
/// <example><code>new Pinball(0.1, 0.5, 0.9)   // the model gives [batch, 3] for targets [batch]</code></example>
[Component("pinball")]
public sealed class Pinball : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="quantiles">Each above 0 and below 1; none stands for the median, 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">A quantile is out of range.</exception>
    public Pinball(params IReadOnlyList<double> quantiles)
    {
        ArgumentNullException.ThrowIfNull(quantiles);
        if (!quantiles.All(quantile => quantile is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(quantiles), string.Join(", ", quantiles), "Quantiles are above 0 and below 1, such as 0.9.");
        }

        Quantiles = quantiles.Count == 0 ? [0.5] : [.. quantiles];
    }

    /// <summary>The quantiles.</summary>
    public IReadOnlyList<double> Quantiles { get; }

    /// <summary>The losses of the predictions.</summary>
    /// <param name="predictions">
    /// The shape of the targets for one quantile; else [batch, …, quantiles], in the order of <see cref="Quantiles"/>.
    /// </param>
    /// <param name="targets">[batch, …], or with a last axis of extent 1.</param>
    /// <returns>The shape of the predictions.</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        if (Quantiles.Count == 1)
        {
            return Losses(TargetsLike(predictions, targets) - predictions, Quantiles[0]);
        }

        if (predictions.Rank == 0 || predictions.Shape[-1] != Quantiles.Count)
        {
            throw new ShapeMismatchException(
                $"{this} expects predictions [batch, …, {Quantiles.Count}], one a quantile, but got "
                + $"{predictions.Shape}; end the model with a Dense layer of {Quantiles.Count} units.",
                predictions.Shape);
        }

        Tensor[] parts = predictions.Split(Quantiles.Count, axis: -1);
        Tensor t = Pairing.TargetsLike(
            parts[0], targets.Rank == predictions.Rank - 1 ? targets.ExpandAxis(targets.Rank) : targets, this);
        return Tensor.Concat([.. parts.Select((part, i) => Losses(t - part, Quantiles[i]))], axis: -1);
    }

    private static Tensor Losses(Tensor difference, double quantile) =>
        (quantile * difference).Maximum((quantile - 1) * difference);
}
