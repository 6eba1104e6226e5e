namespace Nabla;

/// <summary>Starts every element at 0: the usual choice for biases.</summary>
[Component("zeros")]
public sealed class Zeros : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key) => Tensor.Full(shape, 0.0, dtype);
}
