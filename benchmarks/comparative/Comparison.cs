namespace Nabla.Benchmarks.Comparative;

/// <summary>One row: a workload, what Nabla reached, what a peer reached.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Unit">What both numbers count.</param>
/// <param name="Nabla">The median over rounds.</param>
/// <param name="Peer">The peer's median over rounds, or null where it is missing.</param>
/// <param name="PeerName">The peer's name.</param>
/// <param name="Ratio">How many times better Nabla is; above 1 is ours. Null where the peer is missing.</param>
/// <param name="Target">The least ratio wanted, or null where the peer is only printed beside.</param>
public sealed record Comparison(
    string Workload, string Unit, double Nabla, double? Peer, string PeerName, double? Ratio, double? Target)
{
    /// <summary>Gets whether the target was reached; null where there is no target or no peer.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool? Reached => Ratio is { } ratio && Target is { } target ? ratio >= target : null;

    /// <summary>Measures a workload and its peers in turn.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="rounds">How often each of them is measured; the rows hold medians.</param>
    /// <returns>One row for each peer.</returns>
    public static IReadOnlyList<Comparison> Of(Workload workload, int rounds = 7)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rounds);
        double[] ours = new double[rounds];
        double?[][] theirs = [.. workload.Peers.Select(_ => new double?[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            ours[round] = workload.Measure();
            for (int peer = 0; peer < theirs.Length; peer++)
            {
                theirs[peer][round] = workload.Peers[peer].Measure();
            }
        }

        double nabla = Median(ours);
        return [.. workload.Peers.Zip(theirs, (peer, results) => Row(workload, nabla, peer, results))];
    }

    private static Comparison Row(Workload workload, double nabla, Peer peer, double?[] results)
    {
        double? median = results.Contains(null) ? null : Median([.. results.Select(result => result!.Value)]);
        double? ratio = median is { } value ? workload.Unit.Ratio(nabla, value) : null;
        return new Comparison(workload.Name, workload.Unit.Name, nabla, median, peer.Name, ratio, peer.Target);
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
