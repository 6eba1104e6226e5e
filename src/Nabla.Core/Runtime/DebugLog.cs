using System.Globalization;

namespace Nabla.Runtime;

/// <summary>
/// The one knob for looking inside: the environment variable <c>NABLA_DEBUG</c>, read once;
/// everything goes to standard error.
/// </summary>
/// <remarks>
/// 1 devices and fallbacks, 2 time of each kernel, 3 compiled plans, 4 generated code,
/// 5 graphs before and after simplifying, verified.
/// </remarks>
internal static class DebugLog
{
    public const int Devices = 1;
    public const int KernelTimes = 2;
    public const int Plans = 3;
    public const int Code = 4;
    public const int Passes = 5;

    private static readonly Lock s_lock = new();

    public static int Level { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("NABLA_DEBUG"), CultureInfo.InvariantCulture, out int level)
            ? level
            : 0;

    public static void Write(string line)
    {
        lock (s_lock)
        {
            // The one place that may write to the console, and only when the user asked for it by NABLA_DEBUG.
#pragma warning disable RS0030
            Console.Error.WriteLine($"[nabla] {line}");
#pragma warning restore RS0030
        }
    }
}
