using Nabla.Comparison;

namespace Nabla;

/// <summary>Pairs of one kind are to point one way, others apart: learning of embeddings.</summary>
/// <remarks>
/// Computes <c>1 − cos(a, b)</c> for pairs of one kind, else <c>max(0, cos(a, b) − margin)</c>; as PyTorch's
/// <c>cosine_embedding_loss</c>.
/// </remarks>
[Component("cosine_embedding")]
public sealed class CosineEmbedding : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="margin">The cosine that others may have: from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is out of range.</exception>
    public CosineEmbedding(double margin = 0) => Margin = Argument.Probability(margin);

    /// <summary>The cosine that others may have.</summary>
    public double Margin { get; }

    /// <summary>The losses of the pairs.</summary>
    /// <param name="predictions">[batch, 2, features].</param>
    /// <param name="targets">[batch]: 1 for pairs of one kind, else 0 or −1.</param>
    /// <returns>[batch].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor[] pair = Geometry.Parts(predictions, 2, "pairs", this);
        Tensor cosine = Geometry.Cosine(pair[0], pair[1], this);
        return Geometry.AreAlike(predictions, targets, this).Where(1 - cosine, (cosine - Margin).Relu());
    }
}
