using System.Security.Cryptography;
using System.Text;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Sets;

namespace Nabla.Cli.Sources;

/// <summary>Tells data from other data.</summary>
internal static class DataHash
{
    /// <summary>The SHA-256 of a file.</summary>
    public static string OfFile(string path)
    {
        using FileStream stream = File.OpenRead(InputFile.Regular(path));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>One SHA-256 of the names and contents of all files of a folder, hidden ones left out.</summary>
    public static string OfFolder(string folder, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, string file) in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(entry => !entry.Name.Split('/').Any(part => part.StartsWith('.')))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{ContentOf(file)}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>One SHA-256 of the files of a named set, which may lie there unpacked.</summary>
    /// <returns>It, and whether every file is the one that was published.</returns>
    public static (string Sha256, bool IsPublished) OfFiles(string folder, IReadOnlyList<SetFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        bool isPublished = true;
        foreach (SetFile file in files)
        {
            string path = Path.Combine(folder, file.Name);
            string content = OfFile(File.Exists(path) ? path : Path.ChangeExtension(path, null));
            isPublished &= content == file.Sha256;
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{content}\n"));
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), isPublished);
    }

    // A file without content is refused, or skipped, where pictures are read.
    private static string ContentOf(string file) => new FileInfo(file).Length == 0 ? "" : OfFile(file);
}
