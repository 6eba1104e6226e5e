using System.CommandLine;
using Nabla.Backends.Cpu;

namespace Nabla.Cli.Options;

/// <summary>The option that says how many threads compute. Results never depend on it.</summary>
internal static class ThreadsOption
{
    public static Option<int> Create()
    {
        int atFirst = CpuBackend.Instance.Threads;
        return NumberOptions.Count(
            "--threads", "Threads that compute; the result does not depend on it.",
            fallback: atFirst, minimum: 1, maximum: Math.Max(atFirst, Environment.ProcessorCount));
    }

    /// <summary>Sets the number of threads, and returns it.</summary>
    public static int Apply(ParseResult parsed, Option<int> option) =>
        CpuBackend.Instance.Threads = parsed.GetValue(option);
}
