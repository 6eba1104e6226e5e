namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The logarithm of each element to the base of 10.</summary>
    /// <remarks>Computes <c>y = ln x / ln 10</c>; 0 gives −∞, less gives NaN.</remarks>
    public Tensor Log10() => Log() * (1 / Math.Log(10));
}
