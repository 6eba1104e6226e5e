namespace Nabla.Cli.Reports;

/// <summary>A file that is written at the end of a long run.</summary>
internal static class OutputFile
{
    /// <summary>Finds out before the run whether the file can be written after it.</summary>
    /// <param name="path">The file; null for none.</param>
    /// <param name="byteCount">How long it will be, about.</param>
    /// <exception cref="FileWriteException">It cannot: no such folder, no permission, no room.</exception>
    public static void ThrowIfNotWritable(string? path, long byteCount)
    {
        if (path is null)
        {
            return;
        }

        string full = Path.GetFullPath(path);
        try
        {
            if (Directory.Exists(full) || Path.EndsInDirectorySeparator(full))
            {
                throw new IOException("That is a folder; add the name of a file.");
            }

            if (File.Exists(full))
            {
                ThrowIfProtected(full);
            }

            if (!full.StartsWith("/dev/", StringComparison.Ordinal))
            {
                ThrowIfNoRoom(Path.GetDirectoryName(full)!, byteCount);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string problem = exception is DirectoryNotFoundException
                ? "Its folder does not exist; create it first."
                : exception.Message;
            throw new FileWriteException(path, problem, exception);
        }
    }

    private static void ThrowIfProtected(string path)
    {
        // The system lets an administrator pass here; saving will not.
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException("The file is marked read-only.");
        }

        using FileStream present = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
    }

    // The file itself must not change before the run has ended, so one that comes and goes finds out about its folder.
    private static void ThrowIfNoRoom(string folder, long byteCount)
    {
        string probe = Path.Combine(folder, $".nabla-{Guid.NewGuid():N}.tmp");
        try
        {
            using FileStream stream = new(probe, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
                PreallocationSize = byteCount,
            });
        }
        catch (IOException exception) when (Directory.Exists(folder))
        {
            throw new IOException(exception.Message.Replace(probe, folder, StringComparison.Ordinal), exception);
        }
    }
}
