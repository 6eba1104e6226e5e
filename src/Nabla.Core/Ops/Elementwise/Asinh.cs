namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The inverse of the hyperbolic sine.</summary>
    /// <remarks>Computes <c>y = ln(x + √(x² + 1))</c>, exact near zero and far from it.</remarks>
    public Tensor Asinh()
    {
        // Beyond 2³⁰ the root is x to all digits, and its square may overflow. Each piece sees harmless numbers where
        // it is not taken, so that no infinity gets into the gradient; choices rather than Abs keep the slope 1 at 0.
        Tensor x = AsFloating(), isNegative = x < 0, z = isNegative.Where(-x, x), isLarge = z > 1L << 30;
        Tensor near = isLarge.Where(1, z), square = near.Square();
        Tensor small = (near + square / ((square + 1).Sqrt() + 1)).Log1p();
        Tensor y = isLarge.Where(isLarge.Where(z, 1).Log() + Math.Log(2), small);
        return isNegative.Where(-y, y);
    }
}
