using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Where a command writes: results to the output, one line about a failure to the error stream.</summary>
internal sealed class Terminal
{
    /// <summary>Width of what goes to a file or a pipe: the classic terminal's.</summary>
    public const int RedirectedWidth = 80;

    public Terminal(TextWriter output, TextWriter error, bool isInteractive)
    {
        Output = output;
        Error = error;
        IsInteractive = isInteractive;
        Canvas = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isInteractive)
        {
            Canvas.Profile.Width = RedirectedWidth;
            Canvas.Profile.Capabilities.Unicode = true;
        }
    }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    /// <summary>Whether somebody watches, so that lines may be overwritten and coloured.</summary>
    public bool IsInteractive { get; }

    /// <summary>The same output, for tables and drawings.</summary>
    public IAnsiConsole Canvas { get; }

    public void WriteLine(string line = "") => Output.WriteLine(line);
}
