using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nabla.Runtime;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>A tensor that holds a copy of a tensor span, which may be strided.</summary>
    /// <exception cref="DTypeMismatchException">
    /// Tensors do not hold elements of type <typeparamref name="T"/>.
    /// </exception>
    public static Tensor From<T>(in ReadOnlyTensorSpan<T> elements) where T : unmanaged
    {
        var shape = new long[elements.Rank];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            shape[axis] = elements.Lengths[axis];
        }

        var copy = new T[elements.FlattenedLength];
        elements.FlattenTo(copy);
        return From((ReadOnlySpan<T>)copy, Shape.Create(shape));
    }

    /// <summary>A tensor that holds a copy of a tensor of <c>System.Numerics.Tensors</c>.</summary>
    /// <inheritdoc cref="From{T}(in ReadOnlyTensorSpan{T})"/>
    public static Tensor From<T>(Tensor<T> elements) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        return From(elements.AsReadOnlyTensorSpan());
    }

    /// <summary>A tensor of rank 3 that holds a copy of a rectangular array.</summary>
    public static Tensor From<T>(T[,,] elements) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        ReadOnlySpan<T> span = MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(elements)), elements.Length);
        return From(span, [elements.GetLength(0), elements.GetLength(1), elements.GetLength(2)]);
    }

    /// <summary>A copy of the elements as a tensor of <c>System.Numerics.Tensors</c>, computed if need be.</summary>
    /// <exception cref="DTypeMismatchException"><typeparamref name="T"/> is not the element type.</exception>
    public Tensor<T> ToTensor<T>() where T : unmanaged =>
        System.Numerics.Tensors.Tensor.Create(ToArray<T>(), Lengths());

    /// <summary>Copies the elements into a dense tensor span of this shape, computing them if need be.</summary>
    /// <exception cref="ArgumentException">The destination has another shape or is strided.</exception>
    /// <exception cref="DTypeMismatchException"><typeparamref name="T"/> is not the element type.</exception>
    public void CopyTo<T>(in TensorSpan<T> destination) where T : unmanaged
    {
        if (!destination.IsDense || !destination.Lengths.SequenceEqual(Lengths()))
        {
            throw new ArgumentException(
                $"CopyTo fills a dense tensor span of shape {Shape}; copy to an array to fill others.",
                nameof(destination));
        }

        CopyTo(MemoryMarshal.CreateSpan(ref destination.GetPinnableReference(), checked((int)Shape.ElementCount)));
    }

    /// <summary>
    /// Lets a function read the elements where they lie, without a copy when they are in host memory.
    /// </summary>
    /// <remarks>The span is valid during the call only: afterwards the memory may serve another tensor.</remarks>
    /// <param name="reader">Reads a dense span of this shape.</param>
    /// <returns>What the function returns.</returns>
    /// <exception cref="DTypeMismatchException"><typeparamref name="T"/> is not the element type.</exception>
    /// <example><code>
    /// float length = x.Read&lt;float, float&gt;(span => TensorPrimitives.Norm(span.GetSpan([0], span.Lengths[0])));
    /// </code></example>
    public unsafe TResult Read<T, TResult>(Func<ReadOnlyTensorSpan<T>, TResult> reader) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(reader);
        CheckElementType<T>();
        Evaluate();
        if (Storage is not HostStorage storage)
        {
            return reader(new ReadOnlyTensorSpan<T>(ToArray<T>(), Lengths()));
        }

        TResult result = reader(
            new ReadOnlyTensorSpan<T>((T*)storage.Address, (nint)Shape.ElementCount, Lengths(), []));
        GC.KeepAlive(storage);
        return result;
    }

    private nint[] Lengths()
    {
        var lengths = new nint[Rank];
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            lengths[axis] = (nint)Shape[axis];
        }

        return lengths;
    }
}
