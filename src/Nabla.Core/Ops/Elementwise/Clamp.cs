namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Brings each element into a range.</summary>
    /// <remarks>
    /// Computes <c>y = min(max(x, minimum), maximum)</c>; NaN stays NaN.
    /// The gradient is 1 inside and at the limits, 0 beyond.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="minimum"/> is above <paramref name="maximum"/>.</exception>
    public Tensor Clamp(Scalar minimum, Scalar maximum)
    {
        if (minimum.ToDouble() > maximum.ToDouble())
        {
            throw new ArgumentException(
                $"Clamp takes a range, but its minimum {minimum} is above its maximum {maximum}; swap them.",
                nameof(minimum));
        }

        // Choices rather than Minimum and Maximum, whose gradient at the limits would be shared with a constant.
        Tensor x = (this < minimum).Where(minimum, this);
        return (x > maximum).Where(maximum, x);
    }
}
