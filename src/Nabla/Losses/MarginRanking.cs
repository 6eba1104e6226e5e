using Nabla.Comparison;

namespace Nabla;

/// <summary>Of two scores the first is to be the larger one, or the smaller one: learning of orders.</summary>
/// <remarks>
/// Computes <c>max(0, margin − s · (a − b))</c>, where <c>s</c> is 1 or −1; as PyTorch's <c>margin_ranking_loss</c>.
/// </remarks>
[Component("margin_ranking")]
public sealed class MarginRanking : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="margin">By how much larger: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is out of range.</exception>
    public MarginRanking(double margin = 0) => Margin = Argument.NotNegative(margin);

    /// <summary>By how much larger.</summary>
    public double Margin { get; }

    /// <summary>The losses of the pairs.</summary>
    /// <param name="predictions">Scores [batch, 2].</param>
    /// <param name="targets">[batch]: 1 where the first is to be larger, else 0 or −1.</param>
    /// <returns>[batch].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        if (predictions.Rank != 2 || predictions.Shape[1] != 2)
        {
            throw new ShapeMismatchException(
                $"{this} expects two scores an example, [batch, 2], but got {predictions.Shape}; stack them with "
                + "Tensor.Stack(…, axis: 1).", predictions.Shape);
        }

        Tensor lead = (predictions.Slice(1, ..1) - predictions.Slice(1, 1..)).Squeeze(1);
        return (Margin - Geometry.AreAlike(predictions, targets, this).Where(lead, -lead)).Relu();
    }
}
