namespace Nabla.Testing;

/// <summary>A check that did not hold; the message says which, where and by how much.</summary>
public sealed class CheckFailedException : Exception
{
    /// <summary>Creates the exception.</summary>
    public CheckFailedException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public CheckFailedException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public CheckFailedException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
