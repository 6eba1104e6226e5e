using System.Diagnostics;

namespace Nabla.Benchmarks.Comparative;

/// <summary>A .NET program run to its end in a process of its own.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a program.</summary>
    /// <param name="assembly">The path of its assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that it gets besides ours.</param>
    /// <param name="folder">Its working directory; null for ours.</param>
    /// <returns>What it printed, and how long it took from start to end.</returns>
    /// <exception cref="IOException">It ended with an error.</exception>
    public static (string Output, TimeSpan Duration) Run(
        string assembly,
        IEnumerable<string> arguments,
        IEnumerable<KeyValuePair<string, string>>? environment = null,
        string? folder = null)
    {
        ProcessStartInfo start = new("dotnet", [assembly, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach ((string name, string value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        TimeSpan duration = Stopwatch.GetElapsedTime(started);
        string error = errors.GetAwaiter().GetResult().Split('\n')[0].Trim();
        return process.ExitCode == 0
            ? (output, duration)
            : throw new IOException($"{Path.GetFileName(assembly)} ended with exit code {process.ExitCode}: {error}");
    }
}
