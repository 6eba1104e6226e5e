namespace Nabla.Data.Formats;

/// <summary>Reads small files whole, with a limit that holds before anything is allocated.</summary>
internal static class WholeFile
{
    /// <summary>Reads a file of at most <paramref name="maximumLength"/> bytes.</summary>
    /// <exception cref="InvalidFileException">The file is longer, or is no regular file.</exception>
    public static byte[] Read(string path, int maximumLength)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);

        // A pipe has no length before it is opened, and opening it waits for a writer.
        if (new FileInfo(path) is { Exists: true, Length: 0 })
        {
            return [];
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        if (!stream.CanSeek)
        {
            throw new InvalidFileException(path, 0, "this is a pipe or a device", "Save it to a file first.");
        }

        if (stream.Length > maximumLength)
        {
            throw new InvalidFileException(
                path, 0, $"the file has {stream.Length} bytes where at most {maximumLength} are read",
                "Make it smaller, or check that it is the file you meant.");
        }

        byte[] content = new byte[(int)stream.Length];
        int read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return read == content.Length
            ? content
            : throw new InvalidFileException(
                path, read, "the file became shorter while it was read", "Wait until it is complete, then try again.");
    }
}
