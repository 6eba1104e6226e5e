namespace Nabla.Architecture.Tests;

/// <summary>The files of the checkout that the tests run in. Paths are relative to its root and use slashes.</summary>
internal static class Repository
{
    private static readonly string[] s_generatedFolders =
        ["bin", "obj", "artifacts", "TestResults", "__pycache__", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>Everything that is kept: no build output, nothing hidden but the files that steer the build.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Enumerate(Root).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> SourcesUnder(string folder) =>
        Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal)
            && file.EndsWith(".cs", StringComparison.Ordinal));

    public static string FullPath(string file) => Path.Combine(Root, file);

    public static string ReadText(string file) => File.ReadAllText(FullPath(file));

    public static string[] ReadLines(string file) => File.ReadAllLines(FullPath(file));

    private static IEnumerable<string> Enumerate(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        }

        foreach (string child in Directory.EnumerateDirectories(folder))
        {
            string name = Path.GetFileName(child);
            bool isKept = name == ".ci" || (!name.StartsWith('.') && !s_generatedFolders.Contains(name));

            // A link leads out of the checkout or round in a circle.
            if (isKept && !File.GetAttributes(child).HasFlag(FileAttributes.ReparsePoint))
            {
                foreach (string file in Enumerate(child))
                {
                    yield return file;
                }
            }
        }
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Nabla.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Nabla.slnx; run them inside a checkout.");
    }
}
