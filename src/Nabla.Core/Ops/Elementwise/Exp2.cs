namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Two to the power of each element.</summary>
    /// <remarks>Computes <c>y = 2ˣ</c>, exact for whole x.</remarks>
    public Tensor Exp2()
    {
        Tensor x = AsFloating();
        return Constant(2, x.DType).Pow(x);
    }
}
