namespace Nabla;

/// <summary>A file that could not be written; what stood there before is still whole.</summary>
public sealed class FileWriteException : IOException
{
    /// <summary>Creates the exception.</summary>
    public FileWriteException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public FileWriteException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public FileWriteException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception that says which file could not be written, and what to do about it.</summary>
    /// <param name="filePath">The file, as the caller named it.</param>
    /// <param name="remedy">What went wrong and what the user can do, full sentences.</param>
    /// <param name="innerException">What the operating system said.</param>
    public FileWriteException(string filePath, string remedy, Exception innerException)
        : base($"Cannot write '{filePath}'. {remedy}", innerException) => FilePath = filePath;

    /// <summary>The file, as the caller named it.</summary>
    public string? FilePath { get; }
}
