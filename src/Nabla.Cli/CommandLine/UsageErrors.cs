using System.CommandLine;
using System.CommandLine.Parsing;

namespace Nabla.Cli.CommandLine;

/// <summary>Says in one line what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    /// <summary>Lets a command line pass that was understood.</summary>
    /// <exception cref="UsageException">It was not.</exception>
    public static void ThrowIfAny(ParseResult parsed)
    {
        // Help asked for answers every question, also that of a line that is wrong elsewhere.
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            string problem = Unknown(parsed) ?? Missing(parsed) ?? parsed.Errors[0].Message.ReplaceLineEndings(" ");
            throw new UsageException($"{problem} ('{PathOf(parsed.CommandResult)} --help' tells more)");
        }
    }

    /// <summary>Refuses an option where a file or a number is expected: a slip of the finger is no name.</summary>
    public static Argument<string> RefusingOptions(this Argument<string> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', '-', ..] value }, ..])
            {
                result.AddError(Unknown(value, CommandOf(result)));
            }
        });
        return argument;
    }

    private static string? Unknown(ParseResult parsed) => parsed.UnmatchedTokens is [string first, ..]
        ? Unknown(first, parsed.CommandResult.Command)
        : null;

    private static string Unknown(string token, Command command)
    {
        bool isOption = token.StartsWith('-');
        IEnumerable<string> known = isOption
            ? OptionsOf(command).Where(option => !option.Hidden)
                .SelectMany(option => option.Aliases.Append(option.Name))
            : command.Subcommands.Select(inner => inner.Name);
        string kind = isOption ? "unknown option" : command.Subcommands.Count > 0 ? "unknown command" : "unexpected";
        return EditDistance.Nearest(token, known) is { } meant
            ? $"{kind} '{token}'; did you mean '{meant}'?"
            : $"{kind} '{token}'.";
    }

    private static string? Missing(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string path = PathOf(parsed.CommandResult);
        string[] missing = [.. command.Arguments
            .Where(argument => argument.Arity.MinimumNumberOfValues > 0)
            .Where(argument => parsed.GetResult(argument) is not { Tokens.Count: > 0 })
            .Select(argument => argument.Name)];
        return command.Subcommands.Count > 0 && command.Action is null
                ? $"'{path}' needs one of: {string.Join(", ", command.Subcommands.Select(inner => inner.Name))}."
            : missing.Length > 0 ? $"'{path}' needs {string.Join(" and ", missing)}."
            : null;
    }

    private static IEnumerable<Option> OptionsOf(Command command) => command.Options
        .Concat(command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive));

    private static Command CommandOf(SymbolResult result) =>
        result is CommandResult command ? command.Command : CommandOf(result.Parent!);

    private static string PathOf(SymbolResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {((CommandResult)result).Command.Name}" : "nabla";
}
