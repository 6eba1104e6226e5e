namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>What the hyperbolic tangent takes away.</summary>
    /// <remarks>Computes <c>y = x − tanh x</c>, whose gradient is <c>tanh² x</c>.</remarks>
    public Tensor TanhShrink()
    {
        Tensor x = AsFloating();
        return x - x.Tanh();
    }
}
