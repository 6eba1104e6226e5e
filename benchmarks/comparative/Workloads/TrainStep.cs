using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>
/// One training step, as <see cref="Trainer.Step(Tensor, Tensor)"/> does it, against PyTorch.
/// </summary>
internal sealed class TrainStep : Workload
{
    private readonly int _samples;
    private readonly int _threads;
    private readonly Timing _step;
    private readonly Timing _program;

    /// <summary>Prepares the step.</summary>
    /// <param name="name">The name that <c>peer.py</c> knows it by.</param>
    /// <param name="unit">The time that a step is told in.</param>
    /// <param name="step">The step.</param>
    /// <param name="target">The least ratio to PyTorch.</param>
    /// <param name="context">How to measure.</param>
    /// <param name="convolves">Whether there are images, whose layout PyTorch may choose.</param>
    /// <param name="peerSeconds">How long a round of PyTorch takes: several steps, however long one is.</param>
    public TrainStep(
        string name,
        Unit unit,
        TrainingStep step,
        double target,
        WorkloadContext context,
        bool convolves = false,
        double peerSeconds = 0.2)
    {
        Name = name;
        Unit = unit;
        _samples = context.Effort.Samples;
        _threads = context.Threads;
        _step = new Timing(step.RunNext, context.Effort.BatchSeconds);
        _program = new Timing(step.Compile().Run, context.Effort.BatchSeconds);
        Peers =
        [
            new TorchPeer(
                "PyTorch", target, context.Torch, name, context.Threads, optimizes: true,
                answer => answer.Median * unit.PerSecond, convolves, peerSeconds),
        ];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override Unit Unit { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Peer> Peers { get; }

    /// <inheritdoc/>
    public override string? Note => $"the program alone, replayed on one batch, takes {Program():F2} {Unit.Name}";

    /// <inheritdoc/>
    public override double Measure()
    {
        CpuBackend.Instance.Threads = _threads;
        return _step.Median(_samples) * Unit.PerSecond;
    }

    private double Program() => _program.Median(_samples) * Unit.PerSecond;
}
