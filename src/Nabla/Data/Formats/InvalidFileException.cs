namespace Nabla;

/// <summary>A file whose content is damaged, cut short, hostile or of a kind that Nabla does not read.</summary>
/// <remarks>
/// Every reader of Nabla throws this one type for whatever may be wrong inside a file. What may be wrong around it (it
/// does not exist, it may not be opened) keeps the types of the base class library, as <see cref="File"/> throws them.
/// </remarks>
public sealed class InvalidFileException : IOException
{
    /// <summary>Creates the exception.</summary>
    public InvalidFileException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public InvalidFileException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public InvalidFileException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception that says what is wrong where, and what to do about it.</summary>
    /// <param name="filePath">The file, as the caller named it.</param>
    /// <param name="offset">
    /// The byte at which the reader stopped; in a compressed file, of the decompressed content.
    /// </param>
    /// <param name="problem">What was found and what was expected, without a full stop.</param>
    /// <param name="remedy">What the user can do, a full sentence.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public InvalidFileException(
        string filePath, long offset, string problem, string remedy, Exception? innerException = null)
        : base($"Cannot read '{filePath}': at byte {offset}, {problem}. {remedy}", innerException)
    {
        FilePath = filePath;
        Offset = offset;
    }

    /// <summary>The file, as the caller named it.</summary>
    public string? FilePath { get; }

    /// <summary>The byte at which the reader stopped.</summary>
    public long Offset { get; }
}
