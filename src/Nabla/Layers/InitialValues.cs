namespace Nabla;

/// <summary>First values from initializers, each with the random numbers of the model's seed and its path.</summary>
internal sealed class InitialValues(long seed) : ParameterValues
{
    public static InitialValues Default { get; } = new(0);

    public override Tensor Create(string path, Shape shape, DType dtype, Initializer initializer)
    {
        Tensor value = initializer.Create(shape, dtype, new RandomKey(seed, path));
        return value.Spec == new TensorSpec(dtype, shape)
            ? value
            : throw new ShapeMismatchException(
                $"{initializer} gave {value.Spec} for '{path}', which is {new TensorSpec(dtype, shape)}; "
                + "return a tensor of the shape and type asked for.", value.Shape, shape);
    }
}
