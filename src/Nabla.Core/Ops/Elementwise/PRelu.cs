namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>A rectifier whose negative side has a slope of its own for each channel, to be learned.</summary>
    /// <remarks>
    /// Computes <c>y = x for x &gt; 0, slope · x otherwise</c>. The gradient at 0 is the slope.
    /// Source: K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, 2015.
    /// </remarks>
    /// <param name="slope">The slopes; broadcasts against this tensor.</param>
    public Tensor PRelu(Tensor slope)
    {
        ArgumentNullException.ThrowIfNull(slope);
        Tensor x = AsFloating();
        return (x > 0).Where(x, x * slope);
    }
}
