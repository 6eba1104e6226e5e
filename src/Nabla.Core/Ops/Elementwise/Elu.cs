namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The exponential linear unit.</summary>
    /// <remarks>Computes <c>y = x for x &gt; 0, alpha · (eˣ − 1) otherwise</c> (Clevert et al., 2016).</remarks>
    /// <param name="alpha">The limit of the negative side is −alpha.</param>
    public Tensor Elu(double alpha = 1)
    {
        Tensor x = AsFloating(), isPositive = x > 0;

        // The exponential never sees large numbers, whose infinity would make the gradient NaN.
        return isPositive.Where(x, isPositive.Where(0, x).Expm1() * alpha);
    }
}
