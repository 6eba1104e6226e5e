using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Fused;

/// <summary>Gradients of scores, row by row. Labels were checked by the forward kernel.</summary>
internal sealed unsafe class CrossEntropyGradientKernel(CallPlan plan, WorkerTeam team) : Kernel
{
    private const double CyclesOfVector = 14;

    private readonly Lines _lines = new(plan, team);

    public override void Run(nint* slots) => _lines.Run(slots);

    private sealed class Lines(CallPlan plan, WorkerTeam team) : LineWork(
        team, plan.Inputs[0].Layout.Shape[0], plan.Inputs[0].Layout.Shape[1], plan.Inputs[0].DType.Size, CyclesOfVector)
    {
        private readonly SoftmaxLoops _loops = SoftmaxLoops.Create(plan.Inputs[0].DType);
        private readonly int[] _inputs = [.. plan.Inputs.Select(input => input.Slot)];
        private readonly bool _isWide = plan.Inputs[1].DType is DType.Int64;
        private readonly int _dx = plan.Outputs[0].Slot;
        private readonly nint _classes = (nint)plan.Inputs[0].Layout.Shape[1];

        protected override void Run(nint* slots, nint start, nint count) => _loops.CrossEntropyGradient(
            (byte*)slots[_inputs[0]], new Labels(slots[_inputs[1]], _isWide), (byte*)slots[_inputs[2]],
            (byte*)slots[_inputs[3]], (byte*)slots[_dx], start, count, _classes);
    }
}
