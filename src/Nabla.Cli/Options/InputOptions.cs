using System.CommandLine;

namespace Nabla.Cli.Options;

/// <summary>The options that say how examples for a saved model are read.</summary>
internal sealed class InputOptions
{
    private readonly SeparatorOption _separator = new();
    private readonly HeaderOption _header = new();
    private readonly DecimalOption _decimal = new();

    private readonly Option<string> _onError = ChoiceOption.Create(
        "--on-error", "What becomes of images that cannot be read.", "refuse", "skip");

    /// <summary>The options, for the command that takes them.</summary>
    public IEnumerable<Option> All => [_separator.Option, _header.Option, _decimal.Option, _onError];

    /// <summary>How a table is read.</summary>
    public CsvOptions Table(ParseResult parsed) =>
        new()
        {
            Separator = _separator.Read(parsed),
            Header = _header.Read(parsed),
            DecimalSeparator = _decimal.Read(parsed),
        };

    /// <summary>Whether images that cannot be read are left out.</summary>
    public bool Skips(ParseResult parsed) => parsed.GetValue(_onError) == "skip";
}
