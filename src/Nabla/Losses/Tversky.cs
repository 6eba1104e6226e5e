using Nabla.Comparison;

namespace Nabla;

/// <summary>One minus the overlap of masks, where false yeses and missed ones count as you say.</summary>
/// <remarks>
/// Computes <c>(1 − (I + s) / (I + α · F + β · M + s))^γ</c> for each example, with <c>I = Σ p · t</c>, the false yeses
/// <c>F = Σ p · (1 − t)</c> and the missed ones <c>M = Σ (1 − p) · t</c>. With γ other than 1 it is the focal Tversky
/// loss. Sources: S. Salehi et al., Tversky loss function for image segmentation, 2017; N. Abraham, N. Khan, A novel
/// focal Tversky loss function, 2018, whose exponent is 1/γ.
/// </remarks>
[Component("tversky")]
public sealed class Tversky : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="alpha">How much false yeses count: 0 or more.</param>
    /// <param name="beta">How much missed ones count: 0 or more.</param>
    /// <param name="gamma">The exponent: above 0.</param>
    /// <param name="smooth">Added above and below, so that empty masks are no 0 / 0: above 0.</param>
    /// <param name="fromLogits">Whether predictions are scores; false for probabilities.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Tversky(
        double alpha = 0.5, double beta = 0.5, double gamma = 1, double smooth = 1, bool fromLogits = true)
    {
        Alpha = Argument.NotNegative(alpha);
        Beta = Argument.NotNegative(beta);
        Gamma = Argument.Positive(gamma);
        Smooth = Argument.Positive(smooth);
        FromLogits = fromLogits;
    }

    /// <summary>How much false yeses count.</summary>
    public double Alpha { get; }

    /// <summary>How much missed ones count.</summary>
    public double Beta { get; }

    /// <summary>The exponent.</summary>
    public double Gamma { get; }

    /// <summary>Added above and below.</summary>
    public double Smooth { get; }

    /// <summary>Whether predictions are scores, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>The losses of the examples.</summary>
    /// <param name="predictions">Scores or probabilities of yes for each place: [batch, …].</param>
    /// <param name="targets">Masks of 0 and 1, of the same shape.</param>
    /// <returns>[batch].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Overlap overlap = Overlap.Of(predictions, TargetsLike(predictions, targets), FromLogits, this);
        Tensor index = (overlap.Both + Smooth)
            / (overlap.Both + (Alpha * (overlap.Predicted - overlap.Both)) + (Beta * (overlap.True - overlap.Both))
                + Smooth);
        return Gamma == 1 ? 1 - index : (1 - index).Relu().Pow(Gamma);
    }
}
