namespace Nabla.Cli.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("nabla-cli-tests-").FullName;

    public string this[string name] => Path.Combine(FullName, name);

    public string[] FileNames() =>
        [.. Directory.GetFileSystemEntries(FullName)
            .Select(entry => Path.GetFileName(entry)!)
            .Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
