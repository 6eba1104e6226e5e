using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu;

namespace Nabla.Studio;

/// <summary>What a run's speed and bits may depend on.</summary>
internal static class RunEnvironment
{
    private const string CpuInfo = "/proc/cpuinfo";

    public static IReadOnlyList<RunSetting> Current() =>
    [
        new("operating system", RuntimeInformation.OSDescription),
        new("processor", $"{Processor()}, {NumberText.Integer(Environment.ProcessorCount)} logical cores"),
        new("vectors", $"{NumberText.Integer(VectorBits())} bits"),
        new("memory", $"{NumberText.Integer((long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9))} GB"),
        new("threads", NumberText.Integer(CpuBackend.Instance.Threads)),
        new(".NET", RuntimeInformation.FrameworkDescription),
        new("Nabla", Version()),
    ];

    private static int VectorBits() => Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128 : 64;

    private static string Version() =>
        typeof(Model).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "unknown";

    // The name is worth a line of a file, and no failure.
    private static string Processor()
    {
        string fallback = Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
        try
        {
            string? line = File.Exists(CpuInfo)
                ? File.ReadLines(CpuInfo).FirstOrDefault(IsName)
                : null;
            return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? fallback;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return fallback;
        }

        static bool IsName(string line) => line.StartsWith("model name", StringComparison.Ordinal);
    }
}
