using System.Text;

namespace Nabla.Data.Formats;

/// <summary>
/// Writes files that are either the old one or the new one, whenever the process or the machine dies.
/// </summary>
/// <remarks>
/// <para>
/// The content goes to a temporary file in the same folder (so that the rename stays within one file system), is
/// flushed to the disk, and is renamed over the target; then the folder is flushed, where the system can. Renaming is
/// atomic: a reader, or the next start after a kill, sees the whole old file or the whole new one. Flushing before
/// renaming keeps that true for a loss of power, after which a rename could otherwise be there without its data.
/// </para>
/// <para>
/// A killed process leaves at most a temporary behind, named <c>.nabla-*.tmp</c>; it is never read and may be deleted.
/// The file's permissions are kept on Unix, a symbolic link is followed, and a device such as <c>/dev/stdout</c> is
/// written to directly, since replacing it would be absurd.
/// </para>
/// </remarks>
public static class AtomicFile
{
    private const int BufferLength = 1 << 16;

    /// <summary>Replaces a file by what <paramref name="write"/> writes.</summary>
    /// <param name="path">The file to create or to replace. Its folder must exist.</param>
    /// <param name="write">
    /// Writes the content. What it throws, other than a failing disk, reaches the caller as it is.
    /// </param>
    /// <exception cref="FileWriteException">
    /// The disk is full or read-only, the folder is missing or forbidden; the old file is still there, whole.
    /// </exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);

        string target = ResolveLinks(path);
        if (IsDevice(target))
        {
            WriteDevice(path, target, write);
            return;
        }

        string folder = Path.GetDirectoryName(target) ?? target;
        string temporary = Path.Combine(folder, $".nabla-{Guid.NewGuid():N}.tmp");
        bool callersTurn = false;
        bool created = false;
        try
        {
            ThrowIfNotReplaceable(target);
            using (var stream = new FileStream(temporary, CreationOptions(target)))
            {
                created = true;
                callersTurn = true;
                write(stream);
                callersTurn = false;
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
            created = false;
            FolderFlush.Flush(folder);
        }
        catch (Exception exception) when (WriteFailure.IsDiskFailure(exception, callersTurn))
        {
            throw WriteFailure.Explain(path, exception);
        }
        finally
        {
            if (created)
            {
                DeleteQuietly(temporary);
            }
        }
    }

    /// <summary>Replaces a file by the given bytes.</summary>
    /// <param name="path">The file to create or to replace. Its folder must exist.</param>
    /// <param name="content">The whole new content.</param>
    /// <exception cref="FileWriteException">As for <see cref="Write"/>.</exception>
    public static void WriteAllBytes(string path, ReadOnlyMemory<byte> content) =>
        Write(path, stream => stream.Write(content.Span));

    /// <summary>Replaces a file by the given text, in UTF-8 without a byte order mark.</summary>
    /// <param name="path">The file to create or to replace. Its folder must exist.</param>
    /// <param name="content">The whole new content.</param>
    /// <exception cref="FileWriteException">As for <see cref="Write"/>.</exception>
    public static void WriteAllText(string path, string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        WriteAllBytes(path, Encoding.UTF8.GetBytes(content));
    }

    private static string ResolveLinks(string path)
    {
        string full = Path.GetFullPath(path);
        try
        {
            // A device is asked for under its own name: /dev/stdout links to what is no path at all when it is a pipe.
            return IsDevice(full) || new FileInfo(full).LinkTarget is null
                ? full
                : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (Exception exception) when (WriteFailure.IsDiskFailure(exception, callersTurn: false))
        {
            throw WriteFailure.Explain(path, exception);
        }
    }

    // The base class library does not tell a device from a file; their names do, on every system.
    private static bool IsDevice(string fullPath) =>
        OperatingSystem.IsWindows()
            ? fullPath.StartsWith(@"\\.\", StringComparison.Ordinal)
            : fullPath.StartsWith("/proc/", StringComparison.Ordinal)
                || (fullPath.StartsWith("/dev/", StringComparison.Ordinal)
                    && !fullPath.StartsWith("/dev/shm/", StringComparison.Ordinal));

    private static void WriteDevice(string path, string device, Action<Stream> write)
    {
        bool callersTurn = false;
        try
        {
            using var stream = new FileStream(
                device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, BufferLength);
            callersTurn = true;
            write(stream);
            callersTurn = false;
            stream.Flush();
        }
        catch (Exception exception) when (WriteFailure.IsDiskFailure(exception, callersTurn))
        {
            throw WriteFailure.Explain(path, exception);
        }
    }

    // A rename asks for leave of the folder only, and would override the protection that a user gave to the file. And
    // that a folder has the name would show only after all is written.
    private static void ThrowIfNotReplaceable(string target)
    {
        if (Directory.Exists(target))
        {
            throw new UnauthorizedAccessException("A folder has that name.");
        }

        if (File.Exists(target) && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException("The file is marked read-only.");
        }
    }

    private static FileStreamOptions CreationOptions(string target)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = BufferLength,
        };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            options.UnixCreateMode = File.GetUnixFileMode(target);
        }

        return options;
    }

    private static void DeleteQuietly(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to report; a temporary left behind harms nobody.
        }
    }
}
