using Nabla.Backends.Cpu.Kernels.Resampling;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Pooling;

/// <summary>The elements that max pooling chose, of another image.</summary>
internal sealed unsafe class MaxPoolPickKernel(CallPlan plan, WorkerTeam team) : Kernel
{
    private readonly Lines _lines = new(plan, team, TapGrid.Of(((MaxPoolPickOp)plan.Op).Taps));

    public override void Run(nint* slots) => _lines.Run(slots);

    private sealed class Lines(CallPlan plan, WorkerTeam team, TapGrid grid)
        : TapLines(team, grid, plan.Inputs[1].DType.Size)
    {
        private readonly TapLoops _loops = plan.Inputs[0].DType is DType.UInt8
            ? TapLoops.Create<PickTap<NumbersInBytes>>(plan.Inputs[1].DType, grid)
            : TapLoops.Create<PickTap<NumbersAsElements>>(plan.Inputs[1].DType, grid);

        private readonly int _choice = plan.Inputs[0].Slot;
        private readonly int _x = plan.Inputs[1].Slot;
        private readonly int _y = plan.Outputs[0].Slot;

        protected override void Run(nint* slots, nint start, nint count) =>
            _loops.Run((byte*)slots[_x], (byte*)slots[_choice], (byte*)slots[_y], start, count);
    }
}
