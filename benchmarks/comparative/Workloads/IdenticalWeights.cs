using System.Text.Json;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>The same training in processes that differ in one respect; all must end in the same bits.</summary>
/// <param name="name">Its name.</param>
/// <param name="variants">The environment variables of each process.</param>
internal sealed class IdenticalWeights(string name, params IdenticalWeights.Variant[] variants) : Workload
{
    private string? _note;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override Unit Unit => Unit.DistinctResults;

    /// <inheritdoc/>
    public override IReadOnlyList<Peer> Peers { get; } = [MeasuredPeer.Bound(1)];

    /// <inheritdoc/>
    public override int MostRounds => 1;

    /// <inheritdoc/>
    public override string? Note => _note;

    /// <summary>One and two threads.</summary>
    public static Variant[] Threads => [Of(1), Of(2)];

    /// <summary>The same twice.</summary>
    public static Variant[] Runs => [Of(2), Of(2)];

    /// <summary>
    /// The vectors of this processor, and half their width; on one thread, where the comparison costs nothing else.
    /// </summary>
    public static Variant[] Widths => [Of(1), Of(1, ("DOTNET_EnableAVX512", "0"))];

    /// <inheritdoc/>
    public override double Measure()
    {
        TrainedWeights[] results = [.. variants.Select(variant => Train(variant))];
        _note = string.Join("; ", results.Zip(variants, (result, variant) =>
            $"{variant.Threads} threads of {result.VectorBits} bits "
            + $"{result.Microseconds:F0} µs a step, {result.Sha256[..8]}…"));
        return results.Select(result => result.Sha256).Distinct().Count();
    }

    private static Variant Of(int threads, params (string Name, string Value)[] switches) =>
        new(threads, switches.ToDictionary(entry => entry.Name, entry => entry.Value));

    private static TrainedWeights Train(Variant variant)
    {
        Dictionary<string, string> environment = new(variant.Switches)
        {
            [WorkerTeam.ThreadsVariable] = $"{variant.Threads}",
        };
        (string output, _) = ChildProcess.Run(
            typeof(WeightsCommand).Assembly.Location, [WeightsCommand.Name], environment);
        return JsonSerializer.Deserialize<TrainedWeights>(output)
            ?? throw new IOException($"The process with {variant.Threads} threads printed nothing.");
    }

    /// <summary>What a process is started with.</summary>
    /// <param name="Threads">The number of threads.</param>
    /// <param name="Switches">Further environment variables, such as those that narrow the vectors.</param>
    internal sealed record Variant(int Threads, IReadOnlyDictionary<string, string> Switches);
}
