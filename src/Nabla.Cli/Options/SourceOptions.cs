using System.CommandLine;
using System.Globalization;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Options;

/// <summary>The options that say how a table or a folder of images is read.</summary>
internal sealed class SourceOptions
{
    private const string Detect = "detect";
    private const int LargestExtent = 4096;

    private readonly Option<string?> _target =
        new("--target") { Description = "Column of the table to predict.", HelpName = "column" };

    private readonly Option<string> _task = ChoiceOption.Create(
        "--task", "What the target is: classes or a number.", Detect, "classification", "regression");

    private readonly Option<string[]> _without = new("--without")
    {
        Description = "Columns to leave out, with commas.",
        HelpName = "a,b,…",
        CustomParser = result => result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries),
    };

    private readonly SeparatorOption _separator = new();
    private readonly HeaderOption _header = new();
    private readonly DecimalOption _decimal = new();

    private readonly Option<(int Height, int Width)?> _size = new("--size")
    {
        Description = "Size of images, such as 32 or 48x32 (width x height). [default: their own]",
        HelpName = "n",
        CustomParser = result => ParseSize(result.Tokens[0].Value) ?? Refuse(result),
    };

    private readonly Option<bool> _grey = new("--grey") { Description = "Make images grey." };

    private readonly Option<string> _onError = ChoiceOption.Create(
        "--on-error", "What becomes of images that cannot be read.", "refuse", "skip");

    /// <summary>The options, for the command that takes them.</summary>
    public IEnumerable<Option> All =>
        [_target, _task, _without, _separator.Option, _header.Option, _decimal.Option, _size, _grey, _onError];

    /// <summary>What the options say of a file or a folder.</summary>
    /// <exception cref="UsageException">There is no such thing, or an option is of the other kind.</exception>
    public DataConfiguration Read(ParseResult parsed, string path)
    {
        bool isFolder = Directory.Exists(path);
        Option[] foreign = isFolder
            ? [_target, _task, _without, _separator.Option, _header.Option, _decimal.Option]
            : [_size, _grey, _onError];
        if (foreign.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } option)
        {
            throw new UsageException(isFolder
                ? $"{option.Name} is about tables, and '{path}' is a folder of images; leave it out."
                : $"{option.Name} is about folders of images, and '{path}' is a file; leave it out.");
        }

        (int Height, int Width)? size = parsed.GetValue(_size);
        return new DataConfiguration
        {
            Path = Path.GetFullPath(path),
            Target = parsed.GetValue(_target),
            IsClassification = parsed.GetValue(_task) switch
            {
                "classification" => true,
                "regression" => false,
                _ => null,
            },
            Without = parsed.GetValue(_without) ?? [],
            Separator = _separator.Read(parsed),
            Header = _header.Read(parsed),
            DecimalSeparator = _decimal.Read(parsed),
            Height = size?.Height,
            Width = size?.Width,
            IsGrey = parsed.GetValue(_grey),
            SkipUnreadable = parsed.GetValue(_onError) == "skip",
        };
    }

    private static (int Height, int Width)? ParseSize(string text)
    {
        int?[] extents = [.. text.Split('x').Select(part =>
            int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int extent)
            && extent is >= 1 and <= LargestExtent ? extent : (int?)null)];
        return extents switch
        {
            [{ } side] => (side, side),
            [{ } width, { } height] => (height, width),
            _ => null,
        };
    }

    private static (int, int)? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"--size wants numbers from 1 to {LargestExtent}, such as 32 or 48x32, "
            + $"not '{result.Tokens[0].Value}'.");
        return null;
    }
}
