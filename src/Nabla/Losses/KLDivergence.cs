using Nabla.Comparison;

namespace Nabla;

/// <summary>How far a distribution is from that of the targets: distillation and soft labels.</summary>
/// <remarks>
/// Computes <c>Σⱼ tⱼ · (log tⱼ − log pⱼ)</c> along the last axis with <c>p = softmax(x)</c>; targets of 0 add nothing.
/// The cross-entropy less the entropy of the targets: 0 where both are equal. Source: S. Kullback, R. Leibler, On
/// information and sufficiency, 1951.
/// </remarks>
[Component("kl_divergence")]
public sealed class KLDivergence : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="fromLogits">Whether predictions are scores; false for probabilities, as in Keras.</param>
    public KLDivergence(bool fromLogits = true) => FromLogits = fromLogits;

    /// <summary>Whether predictions are scores, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>The losses of the examples.</summary>
    /// <param name="predictions">Logits, log-probabilities or probabilities: [batch, …, classes].</param>
    /// <param name="targets">Probabilities [batch, …, classes].</param>
    /// <returns>[batch, …].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor t = TargetsLike(predictions, targets);
        Tensor logs = Scores.OfClasses(predictions, FromLogits, this).LogSoftmax();
        Tensor own = (t > 0).Where(t * (t > 0).Where(t, 1).Log(), 0);
        return (own - (t * logs)).Sum(-1);
    }
}
