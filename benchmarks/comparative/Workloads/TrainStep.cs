using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>
/// One training step of a perceptron, as <see cref="Trainer.Step(Tensor, Tensor)"/> does it, against PyTorch.
/// </summary>
internal sealed class TrainStep : Workload
{
    private readonly int _samples;
    private readonly int _threads;
    private readonly Timing _step;
    private readonly Timing _program;

    /// <summary>Prepares the step.</summary>
    /// <param name="name">The name that <c>peer.py</c> knows it by.</param>
    /// <param name="step">The step.</param>
    /// <param name="target">The least ratio to PyTorch.</param>
    /// <param name="context">How to measure.</param>
    public TrainStep(string name, TrainingStep step, double target, WorkloadContext context)
    {
        Name = name;
        _samples = context.Effort.Samples;
        _threads = context.Threads;
        _step = new Timing(step.RunNext, context.Effort.BatchSeconds);
        _program = new Timing(step.Compile().Run, context.Effort.BatchSeconds);
        Peers =
        [
            new TorchPeer(
                "PyTorch", target, context.Torch, name, context.Threads, optimizes: true,
                answer => answer.Median * 1e6),
        ];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override Unit Unit => Unit.Microseconds;

    /// <inheritdoc/>
    public override IReadOnlyList<Peer> Peers { get; }

    /// <inheritdoc/>
    public override string? Note => $"the program alone, replayed on one batch, takes {Program():F2} µs";

    /// <inheritdoc/>
    public override double Measure()
    {
        CpuBackend.Instance.Threads = _threads;
        return _step.Median(_samples) * 1e6;
    }

    private double Program() => _program.Median(_samples) * 1e6;
}
