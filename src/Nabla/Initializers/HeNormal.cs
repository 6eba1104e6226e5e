namespace Nabla;

/// <summary>Starts elements normally distributed, so that variance is kept through layers of rectified units.</summary>
/// <remarks>
/// Computes <c>N(0, σ²)</c> with <c>σ = √(2 / inputs)</c>.
/// Source: K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, 2015.
/// </remarks>
[Component("he_normal")]
public sealed class HeNormal : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key)
    {
        double deviation = Math.Sqrt(2.0 / Fan.Of(shape).In);
        return Tensor.RandomNormal(shape, key, deviation: deviation, dtype: dtype);
    }
}
