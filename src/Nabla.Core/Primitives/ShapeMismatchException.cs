namespace Nabla;

/// <summary>Shapes that do not fit an operation or each other.</summary>
public sealed class ShapeMismatchException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    public ShapeMismatchException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public ShapeMismatchException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public ShapeMismatchException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with a message and the shapes at fault.</summary>
    public ShapeMismatchException(string message, params Shape[] shapes) : base(message) => Shapes = shapes;

    /// <summary>The shapes that were received, in the order of the operation's inputs.</summary>
    public IReadOnlyList<Shape> Shapes { get; } = [];
}
