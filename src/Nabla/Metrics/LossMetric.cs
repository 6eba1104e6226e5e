namespace Nabla;

/// <summary>A loss as a metric: its mean over all elements of all batches.</summary>
/// <remarks>
/// Computes <c>Σ w · loss / Σ w</c>, where weights of classes and ignored labels count as in the loss. The name is that
/// of the loss.
/// </remarks>
/// <example><code>
/// trainer.Metrics.Add(new MeanAbsoluteError());   // a loss becomes a metric where it is added
/// </code></example>
[Component("loss")]
public sealed class LossMetric : MeanMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="loss">The loss; its reduction does not matter.</param>
    public LossMetric(Loss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        Loss = loss;
    }

    /// <summary>The loss.</summary>
    public Loss Loss { get; }

    /// <inheritdoc/>
    protected override string DefaultName => InWords(Loss.ToString());

    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets) => Loss.Parts(predictions, targets).Elements;

    /// <inheritdoc/>
    protected override Tensor? Shares(Tensor predictions, Tensor targets) => Loss.Parts(predictions, targets).Shares;
}
