using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Indexing;

/// <summary>Picks elements along an axis, each by its own index; elements are moved as bits.</summary>
internal sealed unsafe class TakeAlongKernel<TBits> : Kernel
    where TBits : unmanaged
{
    private readonly IndexGuard _guard;
    private readonly Lines _lines;

    public TakeAlongKernel(CallPlan plan, WorkerTeam team)
    {
        int axis = ((TakeAlongOp)plan.Op).Axis;
        var source = new AxisExtents(plan.Inputs[0].Layout.Shape, axis);
        _guard = new IndexGuard(plan, plan.Inputs[1], source.Extent);
        _lines = new Lines(plan, team, source, new AxisExtents(plan.Outputs[0].Layout.Shape, axis));
    }

    public override void Run(nint* slots)
    {
        _guard.Check(slots);
        _lines.Run(slots);
    }

    private sealed class Lines(CallPlan plan, WorkerTeam team, AxisExtents source, AxisExtents target)
        : LineWork(team, target.Outer, target.Extent * target.Inner, sizeof(long), 16)
    {
        private readonly int _x = plan.Inputs[0].Slot;
        private readonly int _indices = plan.Inputs[1].Slot;
        private readonly bool _isWide = plan.Inputs[1].DType is DType.Int64;
        private readonly int _y = plan.Outputs[0].Slot;

        protected override void Run(nint* slots, nint start, nint count)
        {
            var indices = new Labels(slots[_indices], _isWide);
            nint inner = (nint)target.Inner, extent = (nint)target.Extent;
            for (nint outer = start; outer < start + count; outer++)
            {
                TBits* x = (TBits*)slots[_x] + (outer * (nint)source.Extent * inner), y = (TBits*)slots[_y];
                nint position = outer * extent * inner;
                for (nint i = 0; i < extent; i++)
                {
                    for (nint column = 0; column < inner; column++, position++)
                    {
                        y[position] = x[((nint)indices[position] * inner) + column];
                    }
                }
            }
        }
    }
}
