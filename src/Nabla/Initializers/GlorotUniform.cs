namespace Nabla;

/// <summary>
/// Starts elements uniformly, so that variance is kept through layers forward and backward; for sigmoid and tanh.
/// </summary>
/// <remarks>
/// Computes <c>U(−a, a)</c> with <c>a = √(6 / (inputs + outputs))</c>.
/// Source: X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010.
/// </remarks>
[Component("glorot_uniform")]
public sealed class GlorotUniform : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key)
    {
        double limit = Math.Sqrt(3 / Fan.Of(shape).Average);
        return Tensor.RandomUniform(shape, key, low: -limit, high: limit, dtype: dtype);
    }
}
