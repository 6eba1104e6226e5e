namespace Nabla;

/// <summary>A device has no kernel for an operation on elements of some type.</summary>
public sealed class KernelNotFoundException : NotSupportedException
{
    /// <summary>Creates the exception.</summary>
    public KernelNotFoundException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public KernelNotFoundException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public KernelNotFoundException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
