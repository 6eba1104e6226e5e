using Nabla.Comparison;

namespace Nabla;

/// <summary>The negative logarithm of the probability of the true class, from log-probabilities.</summary>
/// <remarks>
/// Computes <c>−xₜ</c> times the weight of class <c>t</c>; the mean divides by the weights of the labels. For a model
/// that ends with a log-softmax; from logits, <see cref="CrossEntropy"/> does both in one pass. PyTorch's
/// <c>nll_loss</c>.
/// </remarks>
[Component("negative_log_likelihood")]
public sealed class NegativeLogLikelihood : Loss
{
    private readonly ClassWeighting _classes;

    /// <summary>Creates the loss.</summary>
    /// <param name="ignoreIndex">A label that does not count, such as that of padding; none by default.</param>
    /// <param name="classWeights">How much each class counts, one number a class; all 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is out of range.</exception>
    public NegativeLogLikelihood(int? ignoreIndex = null, IReadOnlyList<double>? classWeights = null)
    {
        IgnoreIndex = ignoreIndex;
        ClassWeights = classWeights is null ? null : [.. classWeights];
        _classes = new ClassWeighting(classWeights, ignoreIndex);
    }

    /// <summary>The label that does not count.</summary>
    public int? IgnoreIndex { get; }

    /// <summary>How much each class counts.</summary>
    public IReadOnlyList<double>? ClassWeights { get; }

    /// <summary>The losses of the examples.</summary>
    /// <param name="predictions">Logarithms of probabilities: [batch, …, classes].</param>
    /// <param name="targets">
    /// Labels from 0 to classes − 1, an integer tensor [batch, …]; or one-hot [batch, …, classes].
    /// </param>
    /// <returns>[batch, …].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor labels = Labels(predictions, targets);
        Tensor picked = predictions.TakeAlong(_classes.Labels(labels).ExpandAxis(labels.Rank), -1).Squeeze(-1);
        Tensor? weights = _classes.OfLabels(predictions, labels, this);
        return _classes.Masked(-(weights is null ? picked : picked * weights), labels);
    }

    /// <inheritdoc/>
    protected override Tensor? Shares(Tensor predictions, Tensor targets) =>
        _classes.Shares(predictions, Labels(predictions, targets), this);

    private Tensor Labels(Tensor predictions, Tensor targets) =>
        ClassTargets.AreProbabilities(predictions, targets, this) ? targets.ArgMax(-1) : targets.Cast(DType.Int64);
}
