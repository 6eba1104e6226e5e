namespace Nabla;

/// <summary>Starts elements normally distributed, so that variance is kept forward; for selu and tanh.</summary>
/// <remarks>
/// Computes <c>N(0, σ²)</c> with <c>σ = √(1 / inputs)</c>, not truncated; for what Keras calls so, see
/// <see cref="VarianceScaling"/>.
/// Source: Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, Efficient backprop, 1998.
/// </remarks>
[Component("lecun_normal")]
public sealed class LecunNormal : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key)
    {
        double deviation = Math.Sqrt(1.0 / Fan.Of(shape).In);
        return Tensor.RandomNormal(shape, key, deviation: deviation, dtype: dtype);
    }
}
