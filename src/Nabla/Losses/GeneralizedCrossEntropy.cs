using Nabla.Comparison;

namespace Nabla;

/// <summary>Between cross-entropy and absolute error: a choice between classes where some labels are wrong.</summary>
/// <remarks>
/// Computes <c>(1 − pₜ^q) / q</c>, where <c>pₜ</c> is the probability of the labelled class; the cross-entropy for q
/// near 0. Source: Z. Zhang, M. Sabuncu, Generalized cross entropy loss for training deep neural networks with noisy
/// labels, 2018.
/// </remarks>
[Component("generalized_cross_entropy")]
public sealed class GeneralizedCrossEntropy : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="q">How robust it is: above 0, at most 1; the paper's 0.7 by default (Keras: 0.5).</param>
    /// <param name="fromLogits">Whether predictions are scores; false for probabilities.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is out of range.</exception>
    public GeneralizedCrossEntropy(double q = 0.7, bool fromLogits = true)
    {
        Q = Argument.Probability(Argument.Positive(q), nameof(q));
        FromLogits = fromLogits;
    }

    /// <summary>How robust it is.</summary>
    public double Q { get; }

    /// <summary>Whether predictions are scores, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>The losses of the examples.</summary>
    /// <param name="predictions">Logits or probabilities: [batch, …, classes].</param>
    /// <param name="targets">Labels [batch, …], or one-hot [batch, …, classes].</param>
    /// <returns>[batch, …].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor labels = ClassTargets.AreProbabilities(predictions, targets, this) ? targets.ArgMax(-1) : targets;
        return (-Q * Scores.OfClasses(predictions, FromLogits, this).CrossEntropy(labels)).Expm1() * (-1 / Q);
    }
}
