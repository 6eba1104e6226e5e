namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The gradient of <see cref="SparsePlus"/>: a sigmoid that reaches 0 and 1.</summary>
    /// <remarks>
    /// Computes <c>y = 0 for x ≤ −1, (x + 1)/2 for −1 &lt; x &lt; 1, 1 otherwise</c>; the gradient at the kinks is 0,
    /// and NaN stays NaN. Source: Keras 3.
    /// </remarks>
    public Tensor SparseSigmoid() => HardTanh() * 0.5 + 0.5;
}
