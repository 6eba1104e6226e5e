namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The logarithm of each element to the base of 2.</summary>
    /// <remarks>Computes <c>y = ln x / ln 2</c>; 0 gives −∞, less gives NaN.</remarks>
    public Tensor Log2() => Log() * (1 / Math.Log(2));
}
