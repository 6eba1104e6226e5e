namespace Nabla.Tests.Data.Formats;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("nabla-tests-").FullName;

    public string this[string name] => Path.Combine(FullName, name);

    /// <summary>Writes a file and returns its path.</summary>
    public string Put(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public string[] FileNames() =>
        [.. Directory.GetFileSystemEntries(FullName).Select(entry => Path.GetFileName(entry)!)];

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
