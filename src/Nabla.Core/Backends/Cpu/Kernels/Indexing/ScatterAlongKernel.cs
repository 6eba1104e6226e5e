using System.Numerics;
using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Indexing;

/// <summary>Sums elements along an axis, each at its own index, in the order of the indices.</summary>
internal sealed unsafe class ScatterAlongKernel<T> : Kernel
    where T : unmanaged, INumberBase<T>
{
    private readonly IndexGuard _guard;
    private readonly Lines _lines;

    public ScatterAlongKernel(CallPlan plan, WorkerTeam team)
    {
        var op = (ScatterAlongOp)plan.Op;
        _guard = new IndexGuard(plan, plan.Inputs[0], op.Extent);
        _lines = new Lines(
            plan, team,
            new AxisExtents(plan.Inputs[1].Layout.Shape, op.Axis),
            new AxisExtents(plan.Outputs[0].Layout.Shape, op.Axis));
    }

    public override void Run(nint* slots)
    {
        _guard.Check(slots);
        _lines.Run(slots);
    }

    private sealed class Lines(CallPlan plan, WorkerTeam team, AxisExtents source, AxisExtents target)
        : LineWork(team, target.Outer, (source.Extent + target.Extent) * target.Inner, sizeof(long), 16)
    {
        private readonly int _indices = plan.Inputs[0].Slot;
        private readonly bool _isWide = plan.Inputs[0].DType is DType.Int64;
        private readonly int _updates = plan.Inputs[1].Slot;
        private readonly int _y = plan.Outputs[0].Slot;

        protected override void Run(nint* slots, nint start, nint count)
        {
            var indices = new Labels(slots[_indices], _isWide);
            nint inner = (nint)target.Inner, size = (nint)target.Extent * inner;
            for (nint outer = start; outer < start + count; outer++)
            {
                T* y = (T*)slots[_y] + (outer * size), updates = (T*)slots[_updates];
                for (nint i = 0; i < size; i++)
                {
                    y[i] = T.Zero;
                }

                nint position = outer * (nint)source.Extent * inner;
                for (nint i = 0; i < (nint)source.Extent; i++)
                {
                    for (nint column = 0; column < inner; column++, position++)
                    {
                        y[((nint)indices[position] * inner) + column] += updates[position];
                    }
                }
            }
        }
    }
}
