namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The exponential linear unit that keeps mean 0 and variance 1 through deep dense networks.</summary>
    /// <remarks>
    /// Computes <c>y = scale · x for x &gt; 0, scale · alpha · (eˣ − 1) otherwise</c> with <c>alpha ≈ 1.6733</c> and
    /// <c>scale ≈ 1.0507</c>. It wants weights that start with variance 1/inputs (LeCun) and alpha dropout.
    /// Source: G. Klambauer et al., Self-normalizing neural networks, 2017.
    /// </remarks>
    public Tensor Selu() => Elu(SeluAlpha) * SeluScale;

    internal const double SeluAlpha = 1.6732632423543772848170429916717;
    internal const double SeluScale = 1.0507009873554804934193349852946;
}
