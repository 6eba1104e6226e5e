namespace Nabla;

/// <summary>How many words a language model wavers between: the exponential of the mean cross-entropy.</summary>
/// <remarks>
/// Computes <c>e^(Σ loss / Σ 1)</c> over all tokens of all batches; 1 is certainty, the number of classes is chance.
/// </remarks>
[Component("perplexity")]
public sealed class Perplexity : MeanMetric
{
    private readonly CrossEntropy _entropy;

    /// <summary>Creates the metric.</summary>
    /// <param name="fromLogits">Whether predictions are scores; false for probabilities.</param>
    /// <param name="ignoreIndex">A label that does not count, such as that of padding; none by default.</param>
    public Perplexity(bool fromLogits = true, int? ignoreIndex = null)
    {
        FromLogits = fromLogits;
        IgnoreIndex = ignoreIndex;
        _entropy = new CrossEntropy(fromLogits: fromLogits, ignoreIndex: ignoreIndex);
    }

    /// <summary>Whether predictions are scores, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>The label that does not count.</summary>
    public int? IgnoreIndex { get; }

    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets) =>
        _entropy.Parts(predictions, targets).Elements;

    /// <inheritdoc/>
    protected override Tensor? Shares(Tensor predictions, Tensor targets) =>
        _entropy.Parts(predictions, targets).Shares;

    /// <inheritdoc/>
    protected override double Finish(double mean) => Math.Exp(mean);
}
