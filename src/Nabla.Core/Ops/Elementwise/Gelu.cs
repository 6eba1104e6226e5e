namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The Gaussian error linear unit.</summary>
    /// <remarks>
    /// Computes <c>y = x · Φ(x) = x/2 · (1 + erf(x/√2))</c>, or its approximation
    /// <c>x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³)))</c> (Hendrycks and Gimpel, 2016).
    /// </remarks>
    /// <param name="approximate">Whether to use the formula with tanh, as GPT-2 and BERT's first release do.</param>
    public Tensor Gelu(bool approximate = false)
    {
        Tensor x = AsFloating();
        if (!approximate)
        {
            return x * 0.5 * ((x * Math.Sqrt(0.5)).Erf() + 1);
        }

        // (1 + tanh u) / 2 = sigmoid(2u), which costs a third less and keeps its digits where tanh u is close to −1.
        double slope = 2 * Math.Sqrt(2 / Math.PI);
        return x * (x * (x.Square() * (0.044715 * slope) + slope)).Sigmoid();
    }
}
