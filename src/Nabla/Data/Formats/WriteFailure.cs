namespace Nabla.Data.Formats;

/// <summary>Says what a failure to write means, in the user's terms.</summary>
internal static class WriteFailure
{
    /// <summary>Tells whether an exception comes from the disk and not from the caller's own code.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="callersTurn">
    /// Whether the caller's code was running. It may read other files, whose troubles (all derived types) are not ours;
    /// a failing write to our own stream is always a plain <see cref="IOException"/>.
    /// </param>
    public static bool IsDiskFailure(Exception exception, bool callersTurn) => callersTurn
        ? exception.GetType() == typeof(IOException)
        : exception is IOException or UnauthorizedAccessException or NotSupportedException;

    /// <summary>Wraps a failure into the exception that tells the user what to do.</summary>
    public static FileWriteException Explain(string path, Exception exception) =>
        new(path, Remedy(exception), exception);

    private static string Remedy(Exception exception) => exception switch
    {
        DirectoryNotFoundException => "Its folder does not exist; create it first, or choose another one.",
        PathTooLongException => "The name is too long for this file system; choose a shorter one.",
        UnauthorizedAccessException =>
            "The file or its folder may not be written to, or a folder has that name; " +
            "change the permissions, or choose another place.",
        IOException when IsDiskFull(exception.HResult) =>
            "The disk is full; free some space, or choose a folder on another disk.",
        IOException when IsReadOnly(exception.HResult) =>
            "The file system is read-only; choose a folder on another disk.",
        _ => $"The system says: {exception.Message} Check the path and the disk, or choose another place.",
    };

    // On Unix an IOException carries errno itself: ENOSPC, and EDQUOT of Linux and of macOS. On Windows: DISK_FULL and
    // HANDLE_DISK_FULL.
    private static bool IsDiskFull(int code) =>
        OperatingSystem.IsWindows() ? (code & 0xFFFF) is 0x70 or 0x27 : code is 28 or 122 or 69;

    // EROFS; WRITE_PROTECT on Windows.
    private static bool IsReadOnly(int code) => OperatingSystem.IsWindows() ? (code & 0xFFFF) is 0x13 : code is 30;
}
