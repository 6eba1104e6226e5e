using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Fused;

/// <summary>Losses of rows with their labels, and the logarithms of sums that the gradient needs.</summary>
internal sealed unsafe class CrossEntropyKernel(CallPlan plan, WorkerTeam team) : Kernel
{
    private const double CyclesOfVector = 18;

    private readonly Lines _lines = new(plan, team);
    private readonly int _labels = plan.Inputs[1].Slot;
    private readonly bool _isWide = plan.Inputs[1].DType is DType.Int64;
    private readonly nint _rows = (nint)plan.Inputs[0].Layout.Shape[0];
    private readonly long _classes = plan.Inputs[0].Layout.Shape[1];

    public override void Run(nint* slots)
    {
        // Before anything is written, and on one thread, so that the first bad label is the one that is named.
        var labels = new Labels(slots[_labels], _isWide);
        nint wrong = labels.FirstOutside(_rows, _classes);
        if (wrong >= 0)
        {
            throw new LabelOutOfRangeException(plan.Op.Name, plan.Path, wrong, labels[wrong], _classes);
        }

        _lines.Run(slots);
    }

    private sealed class Lines(CallPlan plan, WorkerTeam team) : LineWork(
        team, plan.Inputs[0].Layout.Shape[0], plan.Inputs[0].Layout.Shape[1], plan.Inputs[0].DType.Size, CyclesOfVector)
    {
        private readonly SoftmaxLoops _loops = SoftmaxLoops.Create(plan.Inputs[0].DType);
        private readonly int _x = plan.Inputs[0].Slot;
        private readonly int _labels = plan.Inputs[1].Slot;
        private readonly bool _isWide = plan.Inputs[1].DType is DType.Int64;
        private readonly int _loss = plan.Outputs[0].Slot;
        private readonly int _logSum = plan.Outputs[1].Slot;
        private readonly nint _classes = (nint)plan.Inputs[0].Layout.Shape[1];

        protected override void Run(nint* slots, nint start, nint count) => _loops.CrossEntropy(
            (byte*)slots[_x], new Labels(slots[_labels], _isWide), (byte*)slots[_loss], (byte*)slots[_logSum],
            start, count, _classes);
    }
}
