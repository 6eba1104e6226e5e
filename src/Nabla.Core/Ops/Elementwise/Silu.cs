namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The sigmoid linear unit, also known as swish.</summary>
    /// <remarks>Computes <c>y = x · sigmoid(x)</c> (Elfwing et al., 2017).</remarks>
    public Tensor Silu() => this * Sigmoid();
}
