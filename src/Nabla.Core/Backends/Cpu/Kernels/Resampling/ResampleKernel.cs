using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <summary>Weighted sums of elements along axes: mean pooling, resizing, borders and their gradients.</summary>
internal sealed unsafe class ResampleKernel(CallPlan plan, WorkerTeam team) : Kernel
{
    private readonly Lines _lines = new(plan, team, TapGrid.Of(((ResampleOp)plan.Op).Taps));

    public override void Run(nint* slots) => _lines.Run(slots);

    private sealed class Lines(CallPlan plan, WorkerTeam team, TapGrid grid)
        : TapLines(team, grid, plan.Inputs[0].DType.Size)
    {
        private readonly CopyRuns? _copies =
            grid.Rows.IsCopy && grid.Columns.IsCopy ? new CopyRuns(grid, plan.Inputs[0].DType.Size) : null;

        private readonly TapLoops _loops = grid.Rows.HasWeights || grid.Columns.HasWeights
            ? TapLoops.Create<WeighTaps>(plan.Inputs[0].DType, grid)
            : TapLoops.Create<SumTaps>(plan.Inputs[0].DType, grid);

        private readonly int _x = plan.Inputs[0].Slot;
        private readonly int _y = plan.Outputs[0].Slot;

        protected override void Run(nint* slots, nint start, nint count)
        {
            if (_copies is not null)
            {
                _copies.Run((byte*)slots[_x], (byte*)slots[_y], start, count);
            }
            else
            {
                _loops.Run((byte*)slots[_x], null, (byte*)slots[_y], start, count);
            }
        }
    }
}
