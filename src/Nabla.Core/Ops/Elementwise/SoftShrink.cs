namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Draws all elements towards 0 by a fixed step, and those nearer than it to 0.</summary>
    /// <remarks>
    /// Computes <c>y = 0 for |x| ≤ lambda, x − lambda · sign(x) otherwise</c>; NaN stays NaN. The gradient is 0 or 1,
    /// and 0 at the kinks. It is the proximal operator of <c>lambda · |x|</c>.
    /// </remarks>
    /// <param name="lambda">The step; 0 or more, 0.5 as in PyTorch and Keras by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lambda"/> is negative.</exception>
    public Tensor SoftShrink(double lambda = 0.5)
    {
        if (!(lambda >= 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(lambda), lambda, "SoftShrink takes a step of 0 or more, such as 0.5.");
        }

        Tensor x = AsFloating();
        return (x.Abs() <= lambda).Where(0, x - x.Sign() * lambda);
    }
}
