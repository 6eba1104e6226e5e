using System.CommandLine;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Runs;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla report</c>: the page about a run, also of one that is under way.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> run = RunArgument.Create();
        ExampleCommand command = new("report", "Write the page about a run: curves, weights, mistakes, times.",
            ("report runs/flowers-20260101-120000", "report.html in that folder, also while it is training"))
        {
            run,
        };
        command.SetAction(parsed =>
        {
            RunFolder folder = RunFolder.Open(parsed.GetRequiredValue(run));
            RunReport.Write(folder);
            terminal.WriteLine($"wrote {folder.Report}");
            return ExitCode.Success;
        });
        return command;
    }
}
