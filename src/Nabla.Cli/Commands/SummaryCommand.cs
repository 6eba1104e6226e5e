using System.CommandLine;
using Nabla.Cli.CommandLine;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla summary</c>: what is in a model file.</summary>
internal static class SummaryCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = ModelArgument.Create();
        ExampleCommand command = new("summary", "Show the layers, shapes and sizes of a saved model.",
            ("summary digits.nabla", "layers, shapes, parameters, bytes"))
        {
            file,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Run(Terminal terminal, string file)
    {
        Model model = Model.Load(InputFile.NotFolder(file));
        terminal.WriteLine(model.Summary().ToString().TrimEnd());
        terminal.WriteLine();
        terminal.WriteLine($"file     {file}, {new FileInfo(file).Length:N0} bytes");
        terminal.WriteLine($"weights  sha256 {model.WeightsSha256()}");
        return ExitCode.Success;
    }
}
