namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The hyperbolic cosine of each element.</summary>
    /// <remarks>Computes <c>y = (eˣ + e⁻ˣ) / 2</c>.</remarks>
    public Tensor Cosh()
    {
        Tensor x = AsFloating();
        return (x.Exp() + (-x).Exp()) * 0.5;
    }
}
