namespace Nabla;

/// <summary>
/// Starts elements normally distributed, so that variance is kept through layers forward and backward.
/// </summary>
/// <remarks>
/// Computes <c>N(0, σ²)</c> with <c>σ = √(2 / (inputs + outputs))</c>.
/// Source: X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010.
/// </remarks>
[Component("glorot_normal")]
public sealed class GlorotNormal : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key)
    {
        double deviation = Math.Sqrt(1 / Fan.Of(shape).Average);
        return Tensor.RandomNormal(shape, key, deviation: deviation, dtype: dtype);
    }
}
