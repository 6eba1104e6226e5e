using Nabla.Cli.Images;
using Nabla.Cli.Options;

namespace Nabla.Cli.Training;

/// <summary>All that <c>nabla train mnist</c> was asked for.</summary>
/// <param name="Network">What the network is made of.</param>
/// <param name="Optimizer">How it learns.</param>
/// <param name="Run">How long and in which pieces.</param>
/// <param name="Threads">How many threads compute.</param>
/// <param name="Output">Where the model goes.</param>
/// <param name="IsOutputNamed">
/// Whether the user named that file; only then does an interrupted run save as well.
/// </param>
/// <param name="Report">Where the report for machines goes; null for nowhere.</param>
/// <param name="Page">Where the page for people goes; null for nowhere.</param>
internal sealed record MnistSettings(
    NetworkSettings Network,
    OptimizerSettings Optimizer,
    RunSettings Run,
    int Threads,
    string Output,
    bool IsOutputNamed,
    string? Report,
    string? Page)
{
    /// <summary>The widths of all layers: 784-16-16-10.</summary>
    public string NetworkName => Network.Describe(Glyph.Extent * Glyph.Extent, DigitModel.Classes);

    /// <summary>Refuses to write two things into one file, where the last would take the place of the first.</summary>
    /// <exception cref="UsageException">Two files are one.</exception>
    public void ThrowIfFilesAreOne()
    {
        (string Option, string? File)[] files = [("--output", Output), ("--report", Report), ("--page", Page)];
        IGrouping<string, string>? twice = files.Where(entry => !string.IsNullOrEmpty(entry.File))
            .GroupBy(entry => Path.GetFullPath(entry.File!), entry => entry.Option, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new UsageException(
                $"{string.Join(" and ", twice)} name one file, '{twice.Key}'; give each its own.");
        }
    }
}
