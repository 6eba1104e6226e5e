using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Nabla.Benchmarks.Comparative.Workloads;

namespace Nabla.Benchmarks.Comparative;

/// <summary>The verb <c>weights</c>: trains a few steps and prints a hash of the weights.</summary>
/// <remarks>
/// Threads and vector widths are chosen by environment variables, so <c>compare</c> starts a process for each choice.
/// </remarks>
internal static class WeightsCommand
{
    /// <summary>The name of the verb.</summary>
    public const string Name = "weights";

    private const int Steps = 48;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Command command =
            new(Name, "Train a few steps and print the SHA-256 of the weights; compare calls it.") { Hidden = true };
        command.SetAction(_ => Console.WriteLine(JsonSerializer.Serialize(Run())));
        return command;
    }

    private static TrainedWeights Run()
    {
        (string large, double microseconds) = Train(
            TrainingStep.Perceptron([512, 512], Activation.Relu, new Adam(1e-3), batch: 128));
        (string small, _) = Train(TrainingStep.Perceptron([16, 16], Activation.Sigmoid, new Sgd(0.1), batch: 32));
        return new TrainedWeights($"{large} {small}", Machine.VectorBits, microseconds);
    }

    private static (string Sha256, double Microseconds) Train(TrainingStep step)
    {
        double[] microseconds = new double[Steps];
        for (int i = 0; i < Steps; i++)
        {
            long started = Stopwatch.GetTimestamp();
            step.RunNext();
            microseconds[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }

        return (step.WeightsSha256(), microseconds.Median());
    }
}
