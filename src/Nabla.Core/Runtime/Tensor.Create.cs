using System.Runtime.InteropServices;
using Nabla.Runtime;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>A tensor of zeros, float32; costs no memory until it is computed with.</summary>
    public static Tensor Zeros(params Shape shape) => Full(shape, 0f);

    /// <summary>A tensor of ones, float32; costs no memory until it is computed with.</summary>
    public static Tensor Ones(params Shape shape) => Full(shape, 1f);

    /// <summary>A tensor whose elements are all one number.</summary>
    /// <param name="shape">The extents.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">
    /// The type; by default float32 for floating numbers, int32 for whole ones that fit, bool for truth values.
    /// </param>
    /// <exception cref="OverflowException">The type is an integer type that does not reach to the number.</exception>
    public static Tensor Full(Shape shape, Scalar value, DType? dtype = null) =>
        Scalar(value, dtype).BroadcastTo(shape);

    /// <summary>A tensor of one number and no axes.</summary>
    /// <inheritdoc cref="Full"/>
    public static Tensor Scalar(Scalar value, DType? dtype = null) => Constant(value, dtype ?? value.Kind switch
    {
        ScalarKind.Floating => DType.Float32,
        ScalarKind.Integer => value.ToInt64() is >= int.MinValue and <= int.MaxValue ? DType.Int32 : DType.Int64,
        _ => DType.Bool,
    });

    /// <summary>A vector that holds a copy of the elements.</summary>
    public static Tensor From<T>(ReadOnlySpan<T> elements) where T : unmanaged => From(elements, [elements.Length]);

    /// <inheritdoc cref="From{T}(ReadOnlySpan{T})"/>
    public static Tensor From<T>(T[] elements) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        return From((ReadOnlySpan<T>)elements);
    }

    /// <summary>A tensor that holds a copy of the elements, in row-major order.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="shape">The extents.</param>
    /// <exception cref="ShapeMismatchException">The shape has another number of elements.</exception>
    public static Tensor From<T>(ReadOnlySpan<T> elements, params Shape shape) where T : unmanaged
    {
        if (shape.ElementCount != elements.Length)
        {
            throw new ShapeMismatchException(
                $"{elements.Length} elements do not fill the shape {shape}, which has {shape.ElementCount}.", shape);
        }

        var spec = new TensorSpec(DTypes.Of<T>(), shape);
        Storage storage = Backend.Current.Allocate(spec);
        if (storage is HostStorage host)
        {
            host.CopyFrom(elements);
        }
        else
        {
            storage.CopyFrom(MemoryMarshal.AsBytes(elements));
        }

        return new Tensor(storage, spec);
    }

    /// <summary>A tensor that a function fills in place, so that what is large is there only once.</summary>
    /// <param name="shape">The extents.</param>
    /// <param name="fill">Is given the elements in row-major order, all zero; it must not keep them.</param>
    /// <example><code>
    /// Tensor ramp = Tensor.Create&lt;float>([1000], elements =>
    /// {
    ///     for (int i = 0; i &lt; elements.Length; i++)
    ///     {
    ///         elements[i] = i;
    ///     }
    /// });
    /// </code></example>
    /// <exception cref="ShapeMismatchException">There would be more elements than a span has.</exception>
    public static Tensor Create<T>(Shape shape, Action<Span<T>> fill) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(fill);
        if (shape.ElementCount > int.MaxValue)
        {
            throw new ShapeMismatchException(
                $"The shape {shape} has {shape.ElementCount} elements, more than a function can be given at once; "
                + "make parts, and put them together with Concat.", shape);
        }

        var spec = new TensorSpec(DTypes.Of<T>(), shape);
        Storage storage = Backend.Current.Allocate(spec);
        if (storage is HostStorage host)
        {
            host.Fill(fill, (int)shape.ElementCount);
        }
        else
        {
            var elements = new T[shape.ElementCount];
            fill(elements);
            storage.CopyFrom(MemoryMarshal.AsBytes<T>(elements));
        }

        return new Tensor(storage, spec);
    }

    /// <inheritdoc cref="From{T}(ReadOnlySpan{T}, Shape)"/>
    public static Tensor From<T>(T[] elements, params Shape shape) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        return From((ReadOnlySpan<T>)elements, shape);
    }

    /// <summary>A matrix that holds a copy of a rectangular array.</summary>
    public static Tensor From<T>(T[,] elements) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        ReadOnlySpan<T> span = MemoryMarshal.CreateReadOnlySpan(
            ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(elements)),
            elements.Length);
        return From(span, [elements.GetLength(0), elements.GetLength(1)]);
    }
}
