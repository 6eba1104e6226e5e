namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>A rectifier that lets a little of the negative side through.</summary>
    /// <remarks>Computes <c>y = x for x &gt; 0, slope · x otherwise</c>. The gradient at 0 is the slope.</remarks>
    /// <param name="slope">The slope of the negative side.</param>
    public Tensor LeakyRelu(double slope = 0.01)
    {
        Tensor x = AsFloating();
        return (x > 0).Where(x, x * slope);
    }
}
