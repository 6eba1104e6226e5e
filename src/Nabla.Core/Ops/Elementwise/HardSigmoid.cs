namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The sigmoid in three straight pieces.</summary>
    /// <remarks>
    /// Computes <c>y = min(max(x/6 + 1/2, 0), 1)</c>, as PyTorch and Keras 3 do. The gradient at −3 and 3 is 0; NaN
    /// stays NaN.
    /// </remarks>
    public Tensor HardSigmoid()
    {
        Tensor x = AsFloating();
        return (x <= -3).Where(0, (x >= 3).Where(1, x * (1 / 6.0) + 0.5));
    }
}
