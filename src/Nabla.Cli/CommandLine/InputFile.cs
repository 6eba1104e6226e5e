namespace Nabla.Cli.CommandLine;

/// <summary>Files that users name to be read.</summary>
internal static class InputFile
{
    /// <summary>Says what the system calls a lack of permission.</summary>
    /// <exception cref="UsageException">A folder has that name.</exception>
    public static string NotFolder(string path) =>
        Directory.Exists(path) ? throw new UsageException($"'{path}' is a folder; name a file.") : path;
}
