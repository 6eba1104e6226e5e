using Nabla.Comparison;

namespace Nabla;

/// <summary>The cross-entropy of yes-or-no questions, from logits or probabilities.</summary>
/// <remarks>
/// Computes <c>log(1 + e^x) − x · t</c>, which is <c>−t · log(σ(x)) − (1 − t) · log(1 − σ(x))</c> without its overflow:
/// the model ends without a sigmoid. Targets are 0 and 1, truth values, or probabilities between. A positive weight
/// multiplies the term of <c>t</c>, and smoothing makes targets <c>(1 − s) · t + s / 2</c>. Probabilities are taken as
/// 10⁻⁷ from 0 and 1 at least (10⁻¹⁵ in float64).
/// </remarks>
[Component("binary_cross_entropy")]
public sealed class BinaryCrossEntropy : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="labelSmoothing">
    /// The share of certainty that goes to the other answer: 0 or more, less than 1.
    /// </param>
    /// <param name="fromLogits">
    /// Whether predictions are scores; false for probabilities, as a model gives that ends with a sigmoid.
    /// </param>
    /// <param name="positiveWeight">
    /// How much a yes counts, where a no counts 1: above 1 for rare ones. PyTorch's <c>pos_weight</c>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public BinaryCrossEntropy(double labelSmoothing = 0, bool fromLogits = true, double positiveWeight = 1)
    {
        LabelSmoothing = Argument.Share(labelSmoothing);
        FromLogits = fromLogits;
        PositiveWeight = Argument.Positive(positiveWeight);
    }

    /// <summary>The share of certainty that goes to the other answer.</summary>
    public double LabelSmoothing { get; }

    /// <summary>Whether predictions are scores, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>How much a yes counts.</summary>
    public double PositiveWeight { get; }

    /// <summary>The losses of the questions.</summary>
    /// <param name="predictions">Logits or probabilities of yes, of any shape.</param>
    /// <param name="targets">0 to 1, of the same shape.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="InvalidOperationException">
    /// Predictions are the result of a sigmoid where logits are expected.
    /// </exception>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor t = TargetsLike(predictions, targets);
        Tensor x = Scores.OfYes(predictions, FromLogits, this);
        if (LabelSmoothing > 0)
        {
            t = (t * (1 - LabelSmoothing)) + (LabelSmoothing / 2);
        }

        return PositiveWeight == 1
            ? x.Softplus() - (x * t)
            : (x * (1 - t)) + ((1 + (t * (PositiveWeight - 1))) * (-x).Softplus());
    }
}
