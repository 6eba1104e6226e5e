namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The logarithm of the sigmoid of each element.</summary>
    /// <remarks>Computes <c>y = ln(1 / (1 + e⁻ˣ)) = −softplus(−x)</c>, which never overflows.</remarks>
    public Tensor LogSigmoid() => -(-AsFloating()).Softplus();
}
