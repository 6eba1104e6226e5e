namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The hyperbolic sine of each element.</summary>
    /// <remarks>Computes <c>y = (eˣ − e⁻ˣ) / 2</c> by way of <c>eˣ − 1</c>, exact near zero.</remarks>
    public Tensor Sinh()
    {
        Tensor x = AsFloating();
        return (x.Expm1() - (-x).Expm1()) * 0.5;
    }
}
