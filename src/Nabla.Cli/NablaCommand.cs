using System.CommandLine;
using System.CommandLine.Help;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Commands;

namespace Nabla.Cli;

/// <summary>The <c>nabla</c> command: parses, runs, and turns failures into one line and an exit code.</summary>
internal static class NablaCommand
{
    private static readonly Option<bool> s_verbose = new("--verbose")
    {
        Description = "Print the stack trace of a failure.",
        Recursive = true,
    };

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">As the shell split them.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="stop">Asks for a clean stop.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken stop)
    {
        ParseResult parsed = Create(terminal, stop).Parse(arguments.Count > 0 ? arguments : ["--help"]);
        try
        {
            UsageErrors.ThrowIfAny(parsed);
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception exception)
        {
            return ErrorLine.Write(terminal.Error, exception, parsed.GetValue(s_verbose), stop);
        }
    }

    // No RootCommand: that one is named after the assembly, and nabla is what users type.
    private static Command Create(Terminal terminal, CancellationToken stop)
    {
        HelpOption help = new() { Recursive = true };
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return new Command(
            "nabla", "Train, evaluate and try neural networks, without Python and without a native library.")
        {
            TrainCommand.Create(terminal, stop),
            EvaluateCommand.Create(terminal),
            PredictCommand.Create(terminal),
            ResumeCommand.Create(terminal, stop),
            ReportCommand.Create(terminal),
            SummaryCommand.Create(terminal),
            s_verbose,
            help,
            new VersionOption(),
        };
    }
}
