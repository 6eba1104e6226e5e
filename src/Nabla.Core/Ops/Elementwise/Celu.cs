namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The exponential linear unit whose slope at 0 is 1 for every alpha.</summary>
    /// <remarks>
    /// Computes <c>y = x for x &gt; 0, alpha · (e^(x/alpha) − 1) otherwise</c>.
    /// Source: J. T. Barron, Continuously differentiable exponential linear units, 2017.
    /// </remarks>
    /// <param name="alpha">The limit of the negative side is −alpha; above 0, 1 as in PyTorch by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not above 0.</exception>
    public Tensor Celu(double alpha = 1)
    {
        if (!(alpha > 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(alpha), alpha, "Celu divides by alpha and needs one above 0; the usual one is 1.");
        }

        Tensor x = AsFloating(), isPositive = x > 0;

        // The exponential never sees large numbers, whose infinity would make the gradient NaN.
        return isPositive.Where(x, (isPositive.Where(0, x) * (1 / alpha)).Expm1() * alpha);
    }
}
