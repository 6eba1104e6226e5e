using System.CommandLine;
using System.Diagnostics;
using Nabla.Benchmarks.Comparative.Workloads;

namespace Nabla.Benchmarks.Comparative;

/// <summary>The verb <c>memory</c>: a few training steps of ResNet-18, and the bytes that they have added.</summary>
/// <remarks>The high-water mark of a process never falls, so <c>compare</c> starts a process for it.</remarks>
internal static class MemoryCommand
{
    /// <summary>The name of the verb.</summary>
    public const string Name = "memory";

    private const int Steps = 4; // the second has the moments of the first, and then nothing changes

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Command command =
            new(Name, "Take steps of ResNet-18 and print the bytes they add; compare calls it.") { Hidden = true };
        command.SetAction(_ => Console.WriteLine(Run()));
        return command;
    }

    private static long Run()
    {
        using var process = Process.GetCurrentProcess();
        long idle = process.WorkingSet64;
        TrainingStep step = Networks.ResNet18Step();
        for (int i = 0; i < Steps; i++)
        {
            step.RunNext();
        }

        process.Refresh();
        return process.PeakWorkingSet64 - idle;
    }
}
