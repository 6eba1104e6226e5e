using System.CommandLine;

namespace Nabla.Cli.Options;

/// <summary>The option that says what stands before the fraction of a number.</summary>
internal sealed class DecimalOption
{
    public Option<string> Option { get; } = ChoiceOption.Create(
        "--decimal", "What stands before the fraction of a number: 1.5 or 1,5.", "point", "comma");

    /// <summary>The character.</summary>
    public char Read(ParseResult parsed) => parsed.GetValue(Option) == "comma" ? ',' : '.';
}
