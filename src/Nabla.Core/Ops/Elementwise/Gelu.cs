namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The Gaussian error linear unit.</summary>
    /// <remarks>
    /// Computes <c>y = x · Φ(x) = x/2 · (1 + erf(x/√2))</c>, or its approximation <c>x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³)))</c>
    /// (Hendrycks and Gimpel, 2016).
    /// </remarks>
    /// <param name="approximate">Whether to use the formula with tanh, as GPT-2 and BERT's first release do.</param>
    public Tensor Gelu(bool approximate = false)
    {
        Tensor x = AsFloating();
        Tensor twice = approximate
            ? ((x.Square() * 0.044715 + 1) * x * Math.Sqrt(2 / Math.PI)).Tanh()
            : (x * Math.Sqrt(0.5)).Erf();
        return x * 0.5 * (twice + 1);
    }
}
