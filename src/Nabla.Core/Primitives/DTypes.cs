namespace Nabla;

/// <summary>What is known of each <see cref="DType"/>: size, kind, CLR type, promotion.</summary>
public static class DTypes
{
    extension(DType dtype)
    {
        /// <summary>Bytes of one element.</summary>
        public int Size => dtype switch
        {
            DType.Bool or DType.UInt8 => 1,
            DType.Int32 or DType.Float32 => 4,
            _ => 8,
        };

        /// <summary>Whether elements are floating-point numbers.</summary>
        public bool IsFloating => dtype >= DType.Float32;

        /// <summary>Whether elements are integers; truth values are not.</summary>
        public bool IsInteger => dtype is DType.UInt8 or DType.Int32 or DType.Int64;

        /// <summary>The name in messages, as in <c>float32</c>.</summary>
        internal string Name => dtype.ToString().ToLowerInvariant();

        /// <summary>The C# keyword of the type of one element, as in <c>float</c>.</summary>
        internal string Keyword => dtype switch
        {
            DType.Bool => "bool",
            DType.UInt8 => "byte",
            DType.Int32 => "int",
            DType.Int64 => "long",
            DType.Float32 => "float",
            _ => "double",
        };

        /// <summary>The CLR type of one element.</summary>
        public Type ClrType => dtype switch
        {
            DType.Bool => typeof(bool),
            DType.UInt8 => typeof(byte),
            DType.Int32 => typeof(int),
            DType.Int64 => typeof(long),
            DType.Float32 => typeof(float),
            _ => typeof(double),
        };
    }

    /// <summary>The type of the result when elements of two types meet.</summary>
    /// <remarks>
    /// Bool &lt; UInt8 &lt; Int32 &lt; Int64 &lt; Float32 &lt; Float64; the larger wins. An integer of any width
    /// therefore joins <see cref="DType.Float32"/> as a float32, and mixing never yields a type that neither side had.
    /// </remarks>
    public static DType Promote(DType left, DType right) => left > right ? left : right;

    /// <summary>The type a CLR number takes beside a tensor of type <paramref name="tensor"/>.</summary>
    /// <remarks>
    /// CLR numbers are weak: they take the tensor's type when it can hold their kind (bool &lt; integer &lt; floating).
    /// A floating number beside integers gives float32; an integer beside bools gives int32.
    /// </remarks>
    public static DType Promote(DType tensor, Scalar scalar) => scalar.Kind switch
    {
        ScalarKind.Floating when !tensor.IsFloating => DType.Float32,
        ScalarKind.Integer when tensor is DType.Bool => DType.Int32,
        _ => tensor,
    };

    /// <summary>
    /// The type of sums and products over elements of <paramref name="dtype"/>: integers and bools count in int64.
    /// </summary>
    public static DType Accumulator(DType dtype) => dtype.IsFloating ? dtype : DType.Int64;

    /// <summary>
    /// The type of true division and of functions such as the logarithm: integers and bools become float32.
    /// </summary>
    public static DType Floating(DType dtype) => dtype.IsFloating ? dtype : DType.Float32;

    /// <summary>The <see cref="DType"/> whose elements are <typeparamref name="T"/>.</summary>
    /// <exception cref="DTypeMismatchException"><typeparamref name="T"/> is not the CLR type of any tensor.</exception>
    public static DType Of<T>() where T : unmanaged
    {
        if (typeof(T) == typeof(float)) return DType.Float32;
        if (typeof(T) == typeof(double)) return DType.Float64;
        if (typeof(T) == typeof(int)) return DType.Int32;
        if (typeof(T) == typeof(long)) return DType.Int64;
        if (typeof(T) == typeof(bool)) return DType.Bool;
        if (typeof(T) == typeof(byte)) return DType.UInt8;
        throw new DTypeMismatchException(
            $"Tensors do not hold elements of type {typeof(T).Name}; use float, double, int, long, byte or bool.");
    }
}
