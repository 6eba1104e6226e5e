using Nabla.Comparison;

namespace Nabla;

/// <summary>The share of examples whose class was predicted: counted exactly.</summary>
/// <remarks>
/// For predictions [batch, …, classes] the class is the largest; targets are labels [batch, …] or one-hot. For
/// predictions of one number an example, [batch] or [batch, 1], the class is whether it exceeds the threshold; targets
/// are 0 and 1. Counts are float64, which holds whole numbers to 2⁵³, so that weights need no other state.
/// </remarks>
[Component("accuracy")]
public sealed class Accuracy : MeanMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="threshold">
    /// The border between no and yes: 0 for logits, 0.5 for probabilities. Choices between classes do not use it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is not finite.</exception>
    public Accuracy(double threshold = 0) => Threshold = Argument.Finite(threshold);

    /// <inheritdoc/>
    public override bool HigherIsBetter => true;

    /// <summary>The border between no and yes.</summary>
    public double Threshold { get; }

    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        bool isBinary = predictions.Rank < 2 || predictions.Shape[-1] == 1;
        if (predictions.Shape == targets.Shape)
        {
            return isBinary
                ? (predictions > Threshold).IsEqual(targets.Cast(DType.Bool))
                : predictions.ArgMax(-1).IsEqual(targets.ArgMax(-1));
        }

        if (!isBinary && predictions.Shape.Without(-1) == targets.Shape)
        {
            return predictions.ArgMax(-1).IsEqual(targets);
        }

        throw new ShapeMismatchException(
            $"Accuracy cannot compare predictions {predictions.Shape} with targets {targets.Shape}; give labels "
            + $"{(predictions.Rank > 0 ? predictions.Shape.Without(-1) : predictions.Shape)}, "
            + "or targets of the shape of the predictions.", predictions.Shape, targets.Shape);
    }
}
