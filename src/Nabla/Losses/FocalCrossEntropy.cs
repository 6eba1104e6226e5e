using Nabla.Comparison;

namespace Nabla;

/// <summary>The cross-entropy of a choice between classes that easy examples hardly count in.</summary>
/// <remarks>
/// Computes <c>−Σⱼ α · tⱼ · (1 − pⱼ)^γ · log(pⱼ)</c> with <c>p = softmax(x)</c>. Source: T.-Y. Lin et al., Focal loss
/// for dense object detection, 2017; defaults as in Keras' <c>CategoricalFocalCrossentropy</c>.
/// </remarks>
[Component("focal_cross_entropy")]
public sealed class FocalCrossEntropy : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="gamma">How little easy examples count: 0 or more; 0 is the plain cross-entropy.</param>
    /// <param name="alpha">What the loss is multiplied with: above 0.</param>
    /// <param name="fromLogits">Whether predictions are scores; false for probabilities.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public FocalCrossEntropy(double gamma = 2, double alpha = 0.25, bool fromLogits = true)
    {
        Gamma = Argument.NotNegative(gamma);
        Alpha = Argument.Positive(alpha);
        FromLogits = fromLogits;
    }

    /// <summary>How little easy examples count.</summary>
    public double Gamma { get; }

    /// <summary>What the loss is multiplied with.</summary>
    public double Alpha { get; }

    /// <summary>Whether predictions are scores, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>The losses of the examples.</summary>
    /// <param name="predictions">Logits or probabilities: [batch, …, classes].</param>
    /// <param name="targets">Labels [batch, …], or probabilities [batch, …, classes].</param>
    /// <returns>[batch, …].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        if (ClassTargets.AreProbabilities(predictions, targets, this))
        {
            Tensor logs = Scores.OfClasses(predictions, FromLogits, this).LogSoftmax();
            return Alpha * -(targets.Cast(logs.DType) * Modulation(logs) * logs).Sum(-1);
        }

        Tensor loss = Scores.OfClasses(predictions, FromLogits, this).CrossEntropy(targets);
        return Alpha * Modulation(-loss) * loss;
    }

    private Tensor Modulation(Tensor logs) => (-logs.Expm1()).Pow(Gamma);
}
