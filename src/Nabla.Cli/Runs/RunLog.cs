using System.Globalization;

namespace Nabla.Cli.Runs;

/// <summary>A run's diary; while it is open, no other process may carry the run on.</summary>
internal sealed class RunLog : IDisposable
{
    private readonly StreamWriter _writer;

    /// <summary>Opens the diary at its end.</summary>
    /// <exception cref="UsageException">Another process has it open.</exception>
    public RunLog(RunFolder folder)
    {
        try
        {
            var stream = new FileStream(folder.Log, FileMode.Append, FileAccess.Write, FileShare.Read);
            _writer = new StreamWriter(stream) { AutoFlush = true };
        }
        catch (IOException exception) when (File.Exists(folder.Log))
        {
            throw new UsageException(
                $"'{folder.FullName}' is in use: {exception.Message} Wait until the other process has ended.");
        }
    }

    /// <summary>Writes a line with the time. A full disk costs the line, not the run.</summary>
    public void Write(string line)
    {
        try
        {
            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:s}Z {line}"));
        }
        catch (IOException)
        {
            // A diary is not worth a model.
        }
    }

    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (IOException)
        {
            // What is left in the buffer has no room either.
        }
    }
}
