namespace Nabla.Cli.CommandLine;

/// <summary>The error stream, which may be closed or full: that must not end what it is about.</summary>
internal static class ErrorOutput
{
    public static void WriteLine(Terminal terminal, string line) => WriteLine(terminal.Error, line);

    public static void WriteLine(TextWriter error, string line)
    {
        try
        {
            error.WriteLine(line);
            error.Flush();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Nobody is there to be told.
        }
    }
}
