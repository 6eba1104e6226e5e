namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Squashes each element into (−1, 1), more slowly than the hyperbolic tangent.</summary>
    /// <remarks>Computes <c>y = x / (1 + |x|)</c>; infinities give NaN. The gradient at 0 is 1.</remarks>
    public Tensor Softsign()
    {
        Tensor x = AsFloating();
        return x / (x.Abs() + 1);
    }
}
