namespace Nabla;

/// <summary>Starts every element at 1: the usual choice for scales.</summary>
[Component("ones")]
public sealed class Ones : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key) => Tensor.Full(shape, 1.0, dtype);
}
