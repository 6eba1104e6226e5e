using System.CommandLine;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Options;
using Nabla.Studio;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla summary</c>: what is in a model file.</summary>
internal static class SummaryCommand
{
    private const string None = "none";
    private const string Svg = "svg";
    private const string Mermaid = "mermaid";
    private const string Dot = "dot";

    public static Command Create(Terminal terminal)
    {
        Argument<string> file = ModelArgument.Create();
        Option<string> drawing =
            ChoiceOption.Create("--draw", "Draw the layers instead.", None, Svg, Mermaid, Dot);
        ExampleCommand command = new("summary", "Show the layers, shapes and sizes of a saved model.",
            ("summary digits.nabla", "layers, shapes, parameters, bytes"),
            ("summary digits.nabla --draw svg > digits.svg", "a drawing; mermaid and dot are for other programs"))
        {
            file,
            drawing,
        };
        command.SetAction(parsed => parsed.GetRequiredValue(drawing) == None
            ? Run(terminal, ModelArgument.FileOf(parsed.GetRequiredValue(file)))
            : Draw(terminal, ModelArgument.FileOf(parsed.GetRequiredValue(file)), parsed.GetRequiredValue(drawing)));
        return command;
    }

    private static int Draw(Terminal terminal, string file, string language)
    {
        Model model = Model.Load(file);
        terminal.WriteLine(language switch
        {
            Svg => model.ToSvg(),
            Mermaid => model.ToMermaid(),
            _ => model.ToDot(),
        });
        return ExitCode.Success;
    }

    private static int Run(Terminal terminal, string file)
    {
        Model model = Model.Load(file);
        terminal.WriteLine(model.Summary().ToString().TrimEnd());
        terminal.WriteLine();
        terminal.WriteLine($"file     {file}, {new FileInfo(file).Length:N0} bytes");
        terminal.WriteLine($"weights  sha256 {model.WeightsSha256()}");
        return ExitCode.Success;
    }
}
