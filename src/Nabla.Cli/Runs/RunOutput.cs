using Nabla.Cli.Reports;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Runs;

/// <summary>Where a user wants what comes of a run.</summary>
/// <param name="Folder">The folder; null for one of its own.</param>
/// <param name="Report">A file for a copy of the result; null for none.</param>
/// <param name="Page">A file for a copy of the page; null for none.</param>
internal sealed record RunOutput(RunFolder? Folder = null, string? Report = null, string? Page = null)
{
    private const int FileLength = 1 << 20;

    /// <summary>The folder of a run on some examples.</summary>
    public RunFolder FolderFor(ExampleSource source) =>
        Folder ?? new RunFolder(RunFolder.DefaultName(source.Name, DateTime.Now));

    /// <summary>Finds out before the run whether all can be written after it.</summary>
    /// <exception cref="UsageException">A run is there already, or two files are one.</exception>
    /// <exception cref="FileWriteException">A file cannot be written.</exception>
    public void ThrowIfNotWritable()
    {
        Folder?.ThrowIfTaken();
        if (Report is not null && Page is not null
            && string.Equals(Path.GetFullPath(Report), Path.GetFullPath(Page), StringComparison.Ordinal))
        {
            throw new UsageException(
                $"--report and --page name one file, '{Path.GetFullPath(Page)}'; give each its own.");
        }

        OutputFile.ThrowIfNotWritable(Report, FileLength);
        OutputFile.ThrowIfNotWritable(Page, FileLength);
    }

    /// <summary>Copies what was asked for out of the folder of a run that has ended.</summary>
    /// <returns>The files that were written.</returns>
    /// <exception cref="FileWriteException">A file cannot be written.</exception>
    public IEnumerable<string> Copy(RunFolder folder)
    {
        foreach ((string from, string? to) in new[] { (folder.Result, Report), (folder.Report, Page) })
        {
            if (to is not null && File.Exists(from))
            {
                Data.Formats.AtomicFile.WriteAllText(to, File.ReadAllText(from));
                yield return to;
            }
        }
    }
}
