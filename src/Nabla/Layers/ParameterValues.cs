namespace Nabla;

/// <summary>Where the first values of a model's variables come from: an initializer, or a file.</summary>
internal abstract class ParameterValues
{
    public abstract Tensor Create(string path, Shape shape, DType dtype, Initializer initializer);
}
