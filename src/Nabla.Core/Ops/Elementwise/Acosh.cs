namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The inverse of the hyperbolic cosine, at least 0; less than 1 gives NaN.</summary>
    /// <remarks>
    /// Computes <c>y = ln(x + √(x² − 1))</c> as <c>ln(1 + t + √t · √(t + 2))</c> with <c>t = x − 1</c>, exact near 1.
    /// </remarks>
    public Tensor Acosh()
    {
        // Beyond 2³⁰ the root is x to all digits, and its square may overflow; see Asinh.
        Tensor x = AsFloating(), isLarge = x > 1L << 30, t = isLarge.Where(2, x) - 1;
        return isLarge.Where(isLarge.Where(x, 1).Log() + Math.Log(2), (t + t.Sqrt() * (t + 2).Sqrt()).Log1p());
    }
}
