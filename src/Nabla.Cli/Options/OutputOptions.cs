using System.CommandLine;
using Nabla.Cli.Runs;

namespace Nabla.Cli.Options;

/// <summary>The options that say where what comes of a run goes.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string?> _folder = new("--output")
    {
        Description = "Folder for all that comes of the run. [default: runs/DATA-TIME]",
        HelpName = "dir",
    };

    private readonly Option<string?> _report = new("--report")
    {
        Description = "File for a copy of the run's result.json.",
        HelpName = "file",
    };

    private readonly Option<string?> _page = new("--page")
    {
        Description = "File for a copy of the run's report.html.",
        HelpName = "file",
    };

    /// <summary>The options, for the command that takes them.</summary>
    public IEnumerable<Option> All => [_folder, _report, _page];

    /// <summary>What the options say, if it can be written there.</summary>
    /// <exception cref="UsageException">A run is there already, or two files are one.</exception>
    /// <exception cref="FileWriteException">A file cannot be written.</exception>
    public RunOutput Read(ParseResult parsed)
    {
        string? folder = parsed.GetValue(_folder);
        RunOutput output = new(
            folder is null ? null : new RunFolder(folder), parsed.GetValue(_report), parsed.GetValue(_page));
        output.ThrowIfNotWritable();
        return output;
    }
}
