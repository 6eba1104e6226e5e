namespace Nabla.Cli.CommandLine;

/// <summary>Files that users name to be read.</summary>
internal static class InputFile
{
    /// <summary>Says what the system calls a lack of permission.</summary>
    /// <exception cref="UsageException">A folder has that name.</exception>
    public static string NotFolder(string path) =>
        Directory.Exists(path) ? throw new UsageException($"'{path}' is a folder; name a file.") : Regular(path);

    /// <summary>Refuses what would wait forever for a writer.</summary>
    /// <exception cref="InvalidFileException">The file is empty, a pipe or a device.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static string Regular(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"There is no file '{path}'; check its name.", path);
        }

        // A pipe has no length before it is opened, and opening it is what waits.
        FileSystemInfo target = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        return target is FileInfo { Exists: true, Length: > 0 } ? path : throw new InvalidFileException(
            $"'{path}' is empty, a pipe or a device; save what it is to hold into a file first.");
    }
}
