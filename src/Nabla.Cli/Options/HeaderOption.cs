using System.CommandLine;

namespace Nabla.Cli.Options;

/// <summary>The option that says whether the first line of a table names its columns.</summary>
internal sealed class HeaderOption
{
    public Option<string> Option { get; } = ChoiceOption.Create(
        "--header", "Whether the first line of a table names its columns.", "detect", "yes", "no");

    public CsvHeader Read(ParseResult parsed) => parsed.GetValue(Option) switch
    {
        "yes" => CsvHeader.Present,
        "no" => CsvHeader.Absent,
        _ => CsvHeader.Detect,
    };
}
