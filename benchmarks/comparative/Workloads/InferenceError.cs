using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>How far a network's scores are from those that ONNX Runtime computes with the same weights.</summary>
/// <param name="name">Its name.</param>
/// <param name="network">The name that <c>peer.py</c> knows the network by.</param>
/// <param name="create">Creates the network.</param>
/// <param name="bound">The largest share of the largest score that is allowed.</param>
/// <param name="context">The peers.</param>
internal sealed class InferenceError(
    string name, string network, Func<Shape, Model> create, double bound, WorkloadContext context) : Workload
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override Unit Unit => Unit.Share;

    /// <inheritdoc/>
    public override IReadOnlyList<Peer> Peers { get; } = [MeasuredPeer.Bound(bound)];

    /// <inheritdoc/>
    public override int MostRounds => 1;

    /// <inheritdoc/>
    public override double Measure()
    {
        CpuBackend.Instance.Threads = context.Threads;
        using var twin = new OnnxTwin(network, create, context);
        return twin.Error(context.Threads);
    }
}
