namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>A smooth rectifier made of a square root.</summary>
    /// <remarks>
    /// Computes <c>y = (x + √(x² + b)) / 2</c> as <c>max(x, 0) + b / (2 (√(x² + b) + |x|))</c>, which keeps its digits
    /// where x is far below 0, and where x² overflows.
    /// Source: J. T. Barron, Squareplus: a softplus-like algebraic rectifier, 2021.
    /// </remarks>
    /// <param name="b">How smooth: 0 or more, where 0 is <see cref="Relu"/>; 4 as in Keras by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="b"/> is negative.</exception>
    public Tensor Squareplus(double b = 4)
    {
        if (!(b >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(b), b, "Squareplus takes a b of 0 or more, such as 4.");
        }

        if (b == 0)
        {
            return AsFloating().Relu();
        }

        // Maximum shares its gradient at 0 evenly: one half, which is the slope of the whole there.
        Tensor x = AsFloating();
        return x.Maximum(0) + b / 2 / ((x.Square() + b).Sqrt() + x.Abs());
    }
}
