using Nabla.Comparison;

namespace Nabla;

/// <summary>The cross-entropy of a choice between classes, from logits or probabilities.</summary>
/// <remarks>
/// <para>
/// Computes <c>log Σⱼ e^xⱼ − xₜ</c> for labels <c>t</c>, and <c>−Σⱼ tⱼ · log softmax(x)ⱼ</c> for one-hot or probability
/// targets; softmax is part of the loss, so the model ends without it. Probabilities are divided by their sum, as in
/// Keras, and taken as 10⁻⁷ at least (10⁻¹⁵ in float64).
/// </para>
/// <para>
/// With smoothing <c>s</c> over <c>k</c> classes the target is <c>(1 − s) · t + s / k</c>. Source: C. Szegedy et al.,
/// Rethinking the Inception architecture for computer vision, 2015, section 7.
/// </para>
/// <para>
/// Weights of classes multiply the terms of the sum, and the mean over labels divides by the weights of the labels, as
/// in PyTorch.
/// </para>
/// </remarks>
[Component("cross_entropy")]
public sealed class CrossEntropy : Loss
{
    private readonly ClassWeighting _classes;

    /// <summary>Creates the loss.</summary>
    /// <param name="labelSmoothing">
    /// The share of certainty that is spread over all classes: 0 or more, less than 1.
    /// </param>
    /// <param name="fromLogits">
    /// Whether predictions are scores; false for probabilities, as a model gives that ends with a softmax.
    /// </param>
    /// <param name="ignoreIndex">A label that does not count, such as that of padding; none by default.</param>
    /// <param name="classWeights">How much each class counts, one number a class; all 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public CrossEntropy(
        double labelSmoothing = 0,
        bool fromLogits = true,
        int? ignoreIndex = null,
        IReadOnlyList<double>? classWeights = null)
    {
        LabelSmoothing = Argument.Share(labelSmoothing);
        FromLogits = fromLogits;
        IgnoreIndex = ignoreIndex;
        ClassWeights = classWeights is null ? null : [.. classWeights];
        _classes = new ClassWeighting(classWeights, ignoreIndex);
    }

    /// <summary>The share of certainty that is spread over all classes.</summary>
    public double LabelSmoothing { get; }

    /// <summary>Whether predictions are scores, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>The label that does not count.</summary>
    public int? IgnoreIndex { get; }

    /// <summary>How much each class counts.</summary>
    public IReadOnlyList<double>? ClassWeights { get; }

    /// <summary>The losses of the examples.</summary>
    /// <param name="predictions">Logits or probabilities: [batch, …, classes].</param>
    /// <param name="targets">
    /// Labels from 0 to classes − 1, an integer tensor [batch, …]; or probabilities [batch, …, classes].
    /// </param>
    /// <returns>[batch, …].</returns>
    /// <exception cref="ShapeMismatchException">Logits and targets do not belong together.</exception>
    /// <exception cref="DTypeMismatchException">Labels are not integers, or logits not floating.</exception>
    /// <exception cref="InvalidOperationException">
    /// Predictions are the result of a softmax where logits are expected.
    /// </exception>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        bool areProbabilities = ClassTargets.AreProbabilities(predictions, targets, this);
        Tensor logits = Scores.OfClasses(predictions, FromLogits, this);
        Tensor? classes = _classes.Classes(logits, this);
        if (areProbabilities)
        {
            Tensor entropy = Entropy(logits, targets.Cast(logits.DType), classes);
            return LabelSmoothing == 0 ? entropy : Smoothed(logits, entropy, classes);
        }

        // One fused pass over the logits, without a one-hot matrix.
        Tensor loss = logits.CrossEntropy(_classes.Labels(targets));
        if (_classes.OfLabels(logits, targets, this) is { } weights)
        {
            loss *= weights;
        }

        return _classes.Masked(LabelSmoothing == 0 ? loss : Smoothed(logits, loss, classes), targets);
    }

    /// <inheritdoc/>
    protected override Tensor? Shares(Tensor predictions, Tensor targets) =>
        predictions.Shape == targets.Shape ? null : _classes.Shares(predictions, targets, this);

    // The entropy against (1 − s) · t + s / k is (1 − s) times that against t, plus s times that against all classes
    // alike.
    private Tensor Smoothed(Tensor logits, Tensor loss, Tensor? classes)
    {
        Tensor all = classes is null
            ? logits.LogSoftmax().Mean(-1)
            : (logits.LogSoftmax() * classes).Mean(-1);
        return (loss * (1 - LabelSmoothing)) - (all * LabelSmoothing);
    }

    private static Tensor Entropy(Tensor logits, Tensor targets, Tensor? classes) =>
        -((classes is null ? targets : targets * classes) * logits.LogSoftmax()).Sum(-1);
}
