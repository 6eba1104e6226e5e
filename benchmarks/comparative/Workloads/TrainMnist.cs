namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>One figure of a training by the command-line tool: how right it ends, or how long it takes.</summary>
/// <param name="name">Its name.</param>
/// <param name="unit">What the figure counts.</param>
/// <param name="training">The training; two workloads may look at the same.</param>
/// <param name="bound">What the figure has to reach or keep within.</param>
/// <param name="ours">The figure of a run of the tool.</param>
/// <param name="theirs">The figure of a run of the peer.</param>
internal sealed class TrainMnist(
    string name,
    Unit unit,
    MnistTraining training,
    double bound,
    Func<MnistTraining.Run, double> ours,
    Func<PeerAnswer, double>? theirs) : Workload
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override Unit Unit => unit;

    /// <inheritdoc/>
    public override IReadOnlyList<Peer> Peers { get; } = theirs is null
        ? [MeasuredPeer.Bound(bound)]
        : [
            MeasuredPeer.Bound(bound),
            new FinishedPeer("PyTorch", () => training.Theirs?.Select(theirs).ToArray().Median()),
        ];

    /// <inheritdoc/>
    public override int MostRounds => 1;

    /// <inheritdoc/>
    public override string? Note =>
        $"{string.Join(", ", training.Ours.Select(run => $"{ours(run):0.###}"))} {unit.Name} "
        + $"in {training.Ours.Count} runs of {training.Ours[0].Epochs} epochs";

    /// <inheritdoc/>
    public override double Measure() => training.Ours.Select(ours).ToArray().Median();

    private sealed class FinishedPeer(string name, Func<double?> result) : Peer(name, target: null)
    {
        public override double? Measure() => result();
    }
}
