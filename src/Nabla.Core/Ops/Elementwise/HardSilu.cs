namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The sigmoid linear unit with a sigmoid in three straight pieces, also known as hard swish.</summary>
    /// <remarks>
    /// Computes <c>y = x · min(max(x/6 + 1/2, 0), 1)</c>. The gradient is −1/2 at −3 and 1 at 3, as in PyTorch.
    /// Source: A. Howard et al., Searching for MobileNetV3, 2019.
    /// </remarks>
    public Tensor HardSilu()
    {
        Tensor x = AsFloating();

        // Not HardSigmoid, whose gradient at its kinks is 0.
        return x * (x < -3).Where(0, (x >= 3).Where(1, x * (1 / 6.0) + 0.5));
    }
}
