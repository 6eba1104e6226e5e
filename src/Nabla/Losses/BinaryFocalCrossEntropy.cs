using Nabla.Comparison;

namespace Nabla;

/// <summary>
/// The cross-entropy of yes-or-no questions that easy examples hardly count in: rare objects in detection.
/// </summary>
/// <remarks>
/// Computes <c>α · (1 − q)^γ · −log(q)</c>, where <c>q</c> is the probability of the right answer, and <c>α</c> the
/// weight of a yes, <c>1 − α</c> that of a no. Source: T.-Y. Lin et al., Focal loss for dense object detection, 2017.
/// </remarks>
[Component("binary_focal_cross_entropy")]
public sealed class BinaryFocalCrossEntropy : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="gamma">How little easy examples count: 0 or more; 0 is the plain cross-entropy.</param>
    /// <param name="alpha">The weight of a yes, from 0 to 1; null for none. The paper's 0.25 by default.</param>
    /// <param name="fromLogits">Whether predictions are scores; false for probabilities.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public BinaryFocalCrossEntropy(double gamma = 2, double? alpha = 0.25, bool fromLogits = true)
    {
        Gamma = Argument.NotNegative(gamma);
        Alpha = alpha is { } weight ? Argument.Probability(weight, nameof(alpha)) : null;
        FromLogits = fromLogits;
    }

    /// <summary>How little easy examples count.</summary>
    public double Gamma { get; }

    /// <summary>The weight of a yes.</summary>
    public double? Alpha { get; }

    /// <summary>Whether predictions are scores, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor t = TargetsLike(predictions, targets);
        Tensor x = Scores.OfYes(predictions, FromLogits, this), p = x.Sigmoid();
        Tensor loss = x.Softplus() - (x * t);
        if (Gamma > 0)
        {
            loss *= (p + t - (2 * p * t)).Pow(Gamma);
        }

        return Alpha is { } alpha ? loss * ((t * ((2 * alpha) - 1)) + (1 - alpha)) : loss;
    }
}
