using System.Globalization;

namespace Nabla.Cli.Runs;

/// <summary>A run's diary; while it is open, no other process may carry the run on.</summary>
internal sealed class RunLog : IDisposable
{
    private readonly FileStream _lock;
    private readonly StreamWriter _writer;

    /// <summary>Opens the diary at its end.</summary>
    /// <exception cref="UsageException">Another process has it open.</exception>
    public RunLog(RunFolder folder)
    {
        try
        {
            // A lock of its own, so that the diary can be read all along; the system frees it, however a process ends.
            _lock = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(folder.Lock))
        {
            throw new UsageException(
                $"The run in '{folder.FullName}' is under way in another process; wait until that has ended.");
        }

        var stream = new FileStream(folder.Log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        _writer = new StreamWriter(stream) { AutoFlush = true };
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

        _lock.Dispose();
    }
}
