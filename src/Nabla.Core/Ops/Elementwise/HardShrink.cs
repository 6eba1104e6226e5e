namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Sets elements near 0 to 0 and keeps all others.</summary>
    /// <remarks>
    /// Computes <c>y = 0 for |x| ≤ lambda, x otherwise</c>; NaN stays NaN. The gradient is 0 or 1, and 0 at the kinks.
    /// </remarks>
    /// <param name="lambda">How far from 0 elements vanish; 0.5 as in PyTorch and Keras by default.</param>
    public Tensor HardShrink(double lambda = 0.5)
    {
        Tensor x = AsFloating();
        return (x.Abs() <= lambda).Where(0, x);
    }
}
