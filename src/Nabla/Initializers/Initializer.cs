namespace Nabla;

/// <summary>Where the first values of a parameter come from.</summary>
/// <remarks>
/// Random values are a function of the model's seed and the parameter's path alone, so that neither the order in which
/// layers are built, nor the device, nor the number of threads changes them.
/// </remarks>
[ComponentFamily("initializer")]
public abstract class Initializer
{
    /// <summary>The first value of a parameter.</summary>
    /// <param name="shape">
    /// The parameter's extents: [inputs, outputs] for a matrix, [height, width, inputs, outputs] for a kernel.
    /// </param>
    /// <param name="dtype">Its type.</param>
    /// <param name="key">The key of its random numbers.</param>
    /// <returns>A tensor of that shape and type.</returns>
    public abstract Tensor Create(Shape shape, DType dtype, RandomKey key);

    /// <inheritdoc/>
    public override string ToString() => GetType().Name;
}
