using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Nabla.Benchmarks.Comparative;

/// <summary>What the figures depend on besides the code.</summary>
public static class Machine
{
    /// <summary>The widest vectors in force, in bits; 0 without hardware vectors.</summary>
    public static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>The facts, a line each.</summary>
    public static IEnumerable<string> Facts()
    {
        yield return $"{Environment.ProcessorCount} cores of {Processor()}, {VectorBits}-bit vectors";
        yield return $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, "
            + $"{RuntimeInformation.ProcessArchitecture}";

        // Figures taken beside other programs are no figures, so whoever reads them sees it.
        const string Load = "/proc/loadavg";
        if (File.Exists(Load))
        {
            yield return $"load before measuring: {File.ReadAllText(Load).Split(' ')[0]} running threads";
        }
    }

    private static string Processor()
    {
        const string Linux = "/proc/cpuinfo";
        string? name = File.Exists(Linux)
            ? File.ReadLines(Linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return name?[(name.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? "an unnamed processor";
    }
}
