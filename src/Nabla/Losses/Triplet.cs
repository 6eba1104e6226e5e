using Nabla.Comparison;

namespace Nabla;

/// <summary>An anchor is to be nearer to its like than to another, by a margin: learning of embeddings.</summary>
/// <remarks>
/// Computes <c>max(0, ‖a − p‖ − ‖a − n‖ + margin)</c>. Source: F. Schroff et al., FaceNet, 2015, there with squared
/// distances; this is PyTorch's <c>triplet_margin_loss</c>.
/// </remarks>
[Component("triplet")]
public sealed class Triplet : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="margin">By how much nearer: above 0, in the unit of the distance.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is out of range.</exception>
    public Triplet(double margin = 1) => Margin = Argument.Positive(margin);

    /// <summary>By how much nearer.</summary>
    public double Margin { get; }

    /// <summary>The losses of the triplets.</summary>
    /// <param name="predictions">[batch, 3, features]: anchors, their likes, and others.</param>
    /// <param name="targets">Not used; whatever the data holds, such as zeros [batch].</param>
    /// <returns>[batch].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor[] parts = Geometry.Parts(predictions, 3, "anchors, their likes and others", this);
        return (Geometry.Distance(parts[0], parts[1]) - Geometry.Distance(parts[0], parts[2]) + Margin).Relu();
    }
}
