using Nabla.Comparison;

namespace Nabla;

/// <summary>One minus the overlap of masks: segmentation where most places are background.</summary>
/// <remarks>
/// Computes <c>1 − (2 · Σ p · t + s) / (Σ p + Σ t + s)</c> for each example. Source: F. Milletari et al., V-Net, 2016.
/// </remarks>
[Component("dice")]
public sealed class Dice : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="smooth">Added above and below, so that empty masks are no 0 / 0: above 0.</param>
    /// <param name="fromLogits">Whether predictions are scores; false for probabilities.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smooth"/> is out of range.</exception>
    public Dice(double smooth = 1, bool fromLogits = true)
    {
        Smooth = Argument.Positive(smooth);
        FromLogits = fromLogits;
    }

    /// <summary>Added above and below.</summary>
    public double Smooth { get; }

    /// <summary>Whether predictions are scores, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>The losses of the examples.</summary>
    /// <param name="predictions">Scores or probabilities of yes for each place: [batch, …].</param>
    /// <param name="targets">Masks of 0 and 1, of the same shape.</param>
    /// <returns>[batch].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Overlap overlap = Overlap.Of(predictions, TargetsLike(predictions, targets), FromLogits, this);
        return 1 - (((2 * overlap.Both) + Smooth) / (overlap.Predicted + overlap.True + Smooth));
    }
}
