namespace Nabla;

/// <summary>Starts every element at one number.</summary>
/// <param name="value">The number.</param>
[Component("constant")]
public sealed class Constant(double value) : Initializer
{
    /// <summary>The number.</summary>
    public double Value { get; } = value;

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key) => Tensor.Full(shape, Value, dtype);
}
