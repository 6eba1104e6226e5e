namespace Nabla;

/// <summary>Starts a variable at what its layer found in data; never part of a file.</summary>
internal sealed class FoundValues(double[] values) : Initializer
{
    public override Tensor Create(Shape shape, DType dtype, RandomKey key) => Tensor.From(values, shape).Cast(dtype);
}
