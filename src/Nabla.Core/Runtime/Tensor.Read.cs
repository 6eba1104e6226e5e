using System.Runtime.InteropServices;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The elements in row-major order, computed if need be.</summary>
    /// <exception cref="DTypeMismatchException"><typeparamref name="T"/> is not the element type.</exception>
    public T[] ToArray<T>() where T : unmanaged
    {
        var elements = new T[Shape.ElementCount];
        CopyTo<T>(elements);
        return elements;
    }

    /// <summary>The elements of a float32 tensor in row-major order.</summary>
    /// <inheritdoc cref="ToArray{T}"/>
    public float[] ToArray() => ToArray<float>();

    /// <summary>Copies the elements in row-major order, computing them if need be.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="DTypeMismatchException"><typeparamref name="T"/> is not the element type.</exception>
    public void CopyTo<T>(Span<T> destination) where T : unmanaged
    {
        CheckElementType<T>();
        if (destination.Length < Shape.ElementCount)
        {
            throw new ArgumentException(
                $"The destination has room for {destination.Length} elements, but {Spec} has {Shape.ElementCount}.",
                nameof(destination));
        }

        Evaluate();
        Storage!.CopyTo(MemoryMarshal.AsBytes(destination));
    }

    /// <summary>The only element.</summary>
    /// <exception cref="ShapeMismatchException">There is not exactly one element.</exception>
    /// <exception cref="DTypeMismatchException"><typeparamref name="T"/> is not the element type.</exception>
    public T Item<T>() where T : unmanaged
    {
        if (Shape.ElementCount != 1)
        {
            throw new ShapeMismatchException(
                $"Item reads a tensor of one element, but this one is {Spec}; index it or use ToArray.", Shape);
        }

        T element = default;
        CopyTo(new Span<T>(ref element));
        return element;
    }

    private void CheckElementType<T>() where T : unmanaged
    {
        if (DTypes.Of<T>() != DType)
        {
            throw new DTypeMismatchException(
                $"This tensor is {Spec}; read it as {DType.ClrType.Name}, "
                + $"or cast it with Cast(DType.{DTypes.Of<T>()}) first.", DType);
        }
    }
}
