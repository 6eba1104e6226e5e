using Nabla.Backends.Cpu.Kernels.Resampling;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Pooling;

/// <summary>The largest of each window, and which of it that is.</summary>
internal sealed unsafe class MaxPoolKernel(CallPlan plan, WorkerTeam team) : Kernel
{
    private readonly Lines _lines = new(plan, team, TapGrid.Of(((MaxPoolOp)plan.Op).Taps));

    public override void Run(nint* slots) => _lines.Run(slots);

    private sealed class Lines(CallPlan plan, WorkerTeam team, TapGrid grid)
        : TapLines(team, grid, plan.Inputs[0].DType.Size)
    {
        private readonly TapLoops _loops = plan.Outputs[1].DType is DType.UInt8
            ? TapLoops.Create<ChooseTap<NumbersInBytes>>(plan.Inputs[0].DType, grid)
            : TapLoops.Create<ChooseTap<NumbersAsElements>>(plan.Inputs[0].DType, grid);

        private readonly int _x = plan.Inputs[0].Slot;
        private readonly int _y = plan.Outputs[0].Slot;
        private readonly int _choice = plan.Outputs[1].Slot;

        protected override void Run(nint* slots, nint start, nint count) =>
            _loops.Run((byte*)slots[_x], (byte*)slots[_choice], (byte*)slots[_y], start, count);
    }
}
