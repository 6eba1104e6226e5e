namespace Nabla;

/// <summary>A NaN or an infinity where numbers were expected.</summary>
public sealed class NonFiniteException : ArithmeticException
{
    /// <summary>Creates the exception.</summary>
    public NonFiniteException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public NonFiniteException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public NonFiniteException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
