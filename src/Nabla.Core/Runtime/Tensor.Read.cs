using System.Runtime.InteropServices;
using Nabla.Runtime;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The elements in row-major order, computed if need be.</summary>
    /// <exception cref="DTypeMismatchException"><typeparamref name="T"/> is not the element type.</exception>
    /// <exception cref="InvalidOperationException">There are more elements than an array can hold.</exception>
    /// <exception cref="OutOfMemoryException">There is not enough memory.</exception>
    public T[] ToArray<T>() where T : unmanaged
    {
        CheckElementType<T>();
        if (Shape.ElementCount > Array.MaxLength)
        {
            throw new InvalidOperationException(
                $"An array holds at most {Array.MaxLength} elements, but {Spec} has {Shape.ElementCount}, "
                + $"{Spec.Size}; read "
                + "it in parts, as in x[..1000].ToArray().");
        }

        T[] elements;
        try
        {
            elements = GC.AllocateUninitializedArray<T>((int)Shape.ElementCount);
        }
        catch (OutOfMemoryException exception)
        {
            HostMemory.ThrowExhausted($"An array of the elements of {Spec}", Spec.ByteCount, exception);
            throw;
        }

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
        if (Storage is HostStorage host)
        {
            host.CopyTo(destination[..(int)Shape.ElementCount]);
        }
        else
        {
            Storage!.CopyTo(MemoryMarshal.AsBytes(destination));
        }
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
                $"This tensor is {Spec} and was read as {DTypes.Of<T>().Keyword}, which is {DTypes.Of<T>().Name}; "
                + "read it as "
                + $"{DType.Keyword}, or cast it with Cast(DType.{DTypes.Of<T>()}) first.", DType);
        }
    }
}
