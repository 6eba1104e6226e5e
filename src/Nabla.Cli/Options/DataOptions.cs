using System.CommandLine;

namespace Nabla.Cli.Options;

/// <summary>The options that say which examples of a named data set to use.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> _folder = new("--data")
    {
        Description = "Folder with the files of the set, or of another in its format. [default: data/NAME, searched "
            + "upwards]",
        HelpName = "dir",
    };

    private readonly Option<int> _images = NumberOptions.Count(
        "--images", "Use only the first n examples to train and to test. [default: all]", int.MaxValue, minimum: 1);

    public DataOptions()
    {
        // The default means "all" and is better not printed as a number.
        _images.DefaultValueFactory = null;
    }

    /// <summary>The options, for the command that takes them.</summary>
    public IEnumerable<Option> All => [_folder, _images];

    /// <summary>Where the files are; null to search.</summary>
    public string? Folder(ParseResult parsed) => parsed.GetValue(_folder);

    /// <summary>How many examples of each part; null for all.</summary>
    public int? Limit(ParseResult parsed) => parsed.GetResult(_images) is null ? null : parsed.GetValue(_images);
}
