using Nabla.Comparison;

namespace Nabla;

/// <summary>Pairs of one kind are to be near, others at least a margin apart: learning of embeddings.</summary>
/// <remarks>
/// Computes <c>‖a − b‖²</c> for pairs of one kind, else <c>max(0, margin − ‖a − b‖)²</c>. Source: R. Hadsell et al.,
/// Dimensionality reduction by learning an invariant mapping, 2006, there with a factor of ½.
/// </remarks>
[Component("contrastive")]
public sealed class Contrastive : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="margin">How far apart others are to be: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is out of range.</exception>
    public Contrastive(double margin = 1) => Margin = Argument.Positive(margin);

    /// <summary>How far apart others are to be.</summary>
    public double Margin { get; }

    /// <summary>The losses of the pairs.</summary>
    /// <param name="predictions">[batch, 2, features].</param>
    /// <param name="targets">[batch]: 1 for pairs of one kind, else 0 or −1.</param>
    /// <returns>[batch].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor[] pair = Geometry.Parts(predictions, 2, "pairs", this);
        Tensor distance = Geometry.Distance(pair[0], pair[1]);
        return Geometry.AreAlike(predictions, targets, this)
            .Where(distance.Square(), (Margin - distance).Relu().Square());
    }
}
