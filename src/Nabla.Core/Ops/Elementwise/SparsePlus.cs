namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>A smooth rectifier that is exactly 0 below −1 and exactly x above 1.</summary>
    /// <remarks>
    /// Computes <c>y = 0 for x ≤ −1, (x + 1)²/4 for −1 &lt; x &lt; 1, x otherwise</c>; its gradient is
    /// <see cref="SparseSigmoid"/>, and it is to sparsemax what softplus is to softmax. Source: Keras 3.
    /// </remarks>
    public Tensor SparsePlus()
    {
        Tensor x = AsFloating();

        // Clamped, so that squares of large numbers do not turn the gradient of the piece not taken into NaN.
        return (x >= 1).Where(x, (x.HardTanh() + 1).Square() * 0.25);
    }
}
