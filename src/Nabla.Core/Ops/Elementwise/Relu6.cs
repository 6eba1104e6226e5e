namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Brings each element into [0, 6].</summary>
    /// <remarks>
    /// Computes <c>y = min(max(x, 0), 6)</c>; NaN stays NaN. The gradient at 0 and 6 is 0.
    /// Source: A. Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010.
    /// </remarks>
    public Tensor Relu6()
    {
        // HardTanh(0, 6) in fewer instructions, with Relu's gradient of zero where x is no number.
        Tensor x = AsFloating().Relu();
        return (x >= 6).Where(6, x);
    }
}
