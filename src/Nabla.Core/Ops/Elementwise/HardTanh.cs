namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The hyperbolic tangent in three straight pieces.</summary>
    /// <remarks>
    /// Computes <c>y = min(max(x, minimum), maximum)</c>; NaN stays NaN. The gradient at the limits is 0, which is
    /// what tells it from <see cref="Clamp"/>.
    /// </remarks>
    /// <param name="minimum">The least result; −1 as in PyTorch and Keras by default.</param>
    /// <param name="maximum">The greatest result; 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is not below the maximum.</exception>
    public Tensor HardTanh(double minimum = -1, double maximum = 1)
    {
        if (!(minimum < maximum))
        {
            throw new ArgumentOutOfRangeException(
                nameof(maximum),
                $"HardTanh takes a minimum below its maximum but got {minimum:R} and {maximum:R}; swap them.");
        }

        Tensor x = AsFloating();
        return (x <= minimum).Where(minimum, (x >= maximum).Where(maximum, x));
    }
}
