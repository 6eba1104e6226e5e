namespace Nabla.Benchmarks.Comparative;

/// <summary>ONNX Runtime on a network in a file: every optimisation of its graph, one node after another.</summary>
/// <param name="target">The least ratio that Nabla must reach; null where the peer is only printed beside.</param>
/// <param name="process">The running peer, or null where it is missing.</param>
/// <param name="file">The ONNX file, or null where nobody could write it.</param>
/// <param name="threads">The threads of its team.</param>
/// <param name="unit">The time that it is told in.</param>
public sealed class OrtPeer(double? target, PeerProcess? process, string? file, int threads, Unit unit)
    : Peer("ONNX Runtime", target)
{
    private const double Seconds = 1;
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(3);

    /// <inheritdoc/>
    public override double? Measure() => process is null || file is null
        ? null
        : process.Measure(new PeerRequest(file, threads, threads, Foreach: false, Seconds), _timeout).Median
            * unit.PerSecond;
}
