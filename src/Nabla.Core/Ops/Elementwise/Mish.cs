namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>A smooth rectifier that lets a little of the negative side through.</summary>
    /// <remarks>
    /// Computes <c>y = x · tanh(ln(1 + eˣ))</c>, which overflows nowhere.
    /// Source: D. Misra, Mish: a self regularized non-monotonic activation function, 2019.
    /// </remarks>
    public Tensor Mish()
    {
        Tensor x = AsFloating();
        return x * x.Softplus().Tanh();
    }
}
