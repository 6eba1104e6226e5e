namespace Nabla;

/// <summary>Starts elements uniformly, so that variance is kept through layers of rectified units.</summary>
/// <remarks>
/// Computes <c>U(−a, a)</c> with <c>a = √(6 / inputs)</c>.
/// Source: K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, 2015.
/// </remarks>
[Component("he_uniform")]
public sealed class HeUniform : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key)
    {
        double limit = Math.Sqrt(6.0 / Fan.Of(shape).In);
        return Tensor.RandomUniform(shape, key, low: -limit, high: limit, dtype: dtype);
    }
}
