namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The inverse of the hyperbolic tangent; ±1 give ±∞, beyond is NaN.</summary>
    /// <remarks>Computes <c>y = (ln(1 + x) − ln(1 − x)) / 2</c>, exact near zero.</remarks>
    public Tensor Atanh()
    {
        Tensor x = AsFloating();
        return (x.Log1p() - (-x).Log1p()) * 0.5;
    }
}
