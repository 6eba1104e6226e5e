using Nabla.Comparison;

namespace Nabla;

/// <summary>The share of wrong answers where an example is asked several questions at once.</summary>
/// <remarks>The mean of <c>(p &gt; threshold) ≠ t</c> over all answers of all examples.</remarks>
[Component("hamming_distance")]
public sealed class HammingDistance : MeanMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="threshold">The border between no and yes: 0 for logits, 0.5 for probabilities.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is not finite.</exception>
    public HammingDistance(double threshold = 0) => Threshold = Argument.Finite(threshold);

    /// <summary>The border between no and yes.</summary>
    public double Threshold { get; }

    /// <summary>Whether each answer is wrong.</summary>
    /// <param name="predictions">Logits or probabilities [batch, questions].</param>
    /// <param name="targets">0 and 1, of the same shape.</param>
    /// <returns>The same shape.</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets) =>
        (predictions > Threshold).IsNotEqual(Pairing.TargetsLike(predictions, targets, this) > 0.5);
}
