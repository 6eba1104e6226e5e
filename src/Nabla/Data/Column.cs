namespace Nabla.Data;

/// <summary>One number, image or text an example, all of one shape.</summary>
internal abstract class Column(int count, TensorSpec spec)
{
    public int Count { get; } = count;

    /// <summary>Type and shape of one example.</summary>
    public TensorSpec Spec { get; } = spec;

    /// <summary>Copies examples into an input of a program.</summary>
    public abstract void Load(ReadOnlySpan<int> examples, Replay program, int input);

    /// <summary>Examples as a tensor.</summary>
    public abstract Tensor Batch(ReadOnlySpan<int> examples);

    /// <summary>A column that holds a copy of a tensor, one example for each index of its first axis.</summary>
    /// <exception cref="ShapeMismatchException">
    /// The tensor has no axes, or more examples than an array can number.
    /// </exception>
    public static Column Of(Tensor tensor)
    {
        if (tensor.Rank == 0 || tensor.Shape.ElementCount > Array.MaxLength || tensor.Shape[0] > int.MaxValue)
        {
            throw new ShapeMismatchException(
                $"A data set takes [examples, …] of up to {Array.MaxLength} elements but got {tensor.Shape}.",
                tensor.Shape);
        }

        return tensor.DType switch
        {
            DType.Float32 => Of<float>(tensor),
            DType.Float64 => Of<double>(tensor),
            DType.Int32 => Of<int>(tensor),
            DType.Int64 => Of<long>(tensor),
            DType.UInt8 => Of<byte>(tensor),
            _ => Of<bool>(tensor),
        };
    }

    private static Column<T> Of<T>(Tensor tensor) where T : unmanaged =>
        new(tensor.ToArray<T>(), (int)tensor.Shape[0], tensor.Shape.Without(0));
}
