using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Nabla.Cli.CommandLine;

/// <summary>The usual help, then the examples of the command or, for a group of commands, of those within.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        (string Line, string Meaning)[] examples = [.. ExamplesOf(parseResult.CommandResult.Command)];
        if (examples.Length > 0)
        {
            int width = examples.Max(example => example.Line.Length);
            output.WriteLine("Examples:");
            foreach ((string line, string meaning) in examples)
            {
                output.WriteLine($"  nabla {line.PadRight(width)}  # {meaning}");
            }

            output.WriteLine();
        }

        return code;
    }

    private static IEnumerable<(string Line, string Meaning)> ExamplesOf(Command command) =>
        command is ExampleCommand own
            ? own.Examples
            : command.Subcommands.SelectMany(inner => ExamplesOf(inner).Take(1));
}
