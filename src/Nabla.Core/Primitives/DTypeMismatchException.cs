namespace Nabla;

/// <summary>An element type that an operation does not take.</summary>
public sealed class DTypeMismatchException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    public DTypeMismatchException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public DTypeMismatchException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public DTypeMismatchException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with a message and the types at fault.</summary>
    public DTypeMismatchException(string message, params DType[] dtypes) : base(message) => DTypes = dtypes;

    /// <summary>The types that were received, in the order of the operation's inputs.</summary>
    public IReadOnlyList<DType> DTypes { get; } = [];
}
