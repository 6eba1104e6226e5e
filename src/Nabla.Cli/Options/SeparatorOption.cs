using System.CommandLine;

namespace Nabla.Cli.Options;

/// <summary>The option that says what stands between the cells of a table.</summary>
internal sealed class SeparatorOption
{
    public Option<string> Option { get; } = ChoiceOption.Create(
        "--separator", "What stands between the cells of a table.",
        "detect", "comma", "semicolon", "tab", "space", "bar");

    /// <summary>The character; null to find out.</summary>
    public char? Read(ParseResult parsed) => parsed.GetValue(Option) switch
    {
        "comma" => ',',
        "semicolon" => ';',
        "tab" => '\t',
        "space" => ' ',
        "bar" => '|',
        _ => null,
    };
}
