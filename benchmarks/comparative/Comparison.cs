using System.Text.Json.Serialization;

namespace Nabla.Benchmarks.Comparative;

/// <summary>One row: a workload, what Nabla reached, what a peer reached.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Unit">What both numbers count.</param>
/// <param name="Nabla">The median over rounds.</param>
/// <param name="Peer">The peer's median over rounds, or null where the peer is missing.</param>
/// <param name="PeerName">The peer's name.</param>
/// <param name="Ratio">How many times better Nabla is; above 1 is ours. Null where the peer is missing.</param>
/// <param name="Target">The least ratio wanted, or null where the peer is only printed beside.</param>
public sealed record Comparison(
    string Workload, string Unit, double Nabla, double? Peer, string PeerName, double? Ratio, double? Target)
{
    /// <summary>Gets Nabla's best round.</summary>
    [JsonIgnore]
    public double NablaBest { get; private init; }

    /// <summary>Gets the peer's best round, or null where the peer is missing.</summary>
    [JsonIgnore]
    public double? PeerBest { get; private init; }

    /// <summary>
    /// Gets whether somebody has passed what is measured as the bound of everybody, which makes it no bound.
    /// </summary>
    [JsonIgnore]
    public bool IsWrongPeak { get; private init; }

    /// <summary>Gets whether the target was reached; null where there is no target or no peer.</summary>
    [JsonIgnore]
    public bool? Reached => Ratio is { } ratio && Target is { } target ? ratio >= target : null;

    /// <summary>Measures a workload and its peers in turn.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="rounds">How often each of them is measured; the rows hold medians.</param>
    /// <returns>One row for each peer.</returns>
    public static IReadOnlyList<Comparison> Of(Workload workload, int rounds)
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

        double[][] present = [ours, .. theirs.Where(IsPresent).Select(results => Values(results))];
        double best = workload.Unit.Best(present.Select(results => results.Median()));
        return [.. workload.Peers.Zip(theirs, (peer, results) => Row(workload, ours, peer, results, best))];
    }

    private static Comparison Row(Workload workload, double[] ours, Peer peer, double?[] results, double best)
    {
        Unit unit = workload.Unit;
        double nabla = ours.Median();
        double? median = IsPresent(results) ? Values(results).Median() : null;
        return new Comparison(
            workload.Name,
            unit.Name,
            nabla,
            median,
            peer.Name,
            median is { } value ? unit.Ratio(nabla, value) : null,
            peer.Target)
        {
            NablaBest = unit.Best(ours),
            PeerBest = median is null ? null : unit.Best(Values(results)),
            IsWrongPeak = peer.IsBoundOfAll && median != best,
        };
    }

    private static bool IsPresent(double?[] results) => !results.Contains(null);

    private static double[] Values(double?[] results) => [.. results.Select(result => result!.Value)];
}
