namespace Nabla;

/// <summary>Starts elements uniformly, so that variance is kept forward; for selu and tanh.</summary>
/// <remarks>
/// Computes <c>U(−a, a)</c> with <c>a = √(3 / inputs)</c>.
/// Source: Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, Efficient backprop, 1998.
/// </remarks>
[Component("lecun_uniform")]
public sealed class LecunUniform : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key)
    {
        double limit = Math.Sqrt(3.0 / Fan.Of(shape).In);
        return Tensor.RandomUniform(shape, key, low: -limit, high: limit, dtype: dtype);
    }
}
