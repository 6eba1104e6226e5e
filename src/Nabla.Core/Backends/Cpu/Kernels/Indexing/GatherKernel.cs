using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Indexing;

/// <summary>Copies slices by their indices.</summary>
internal sealed unsafe class GatherKernel : Kernel
{
    private readonly IndexGuard _guard;
    private readonly Slices _slices;

    public GatherKernel(CallPlan plan, WorkerTeam team)
    {
        var extents = new AxisExtents(plan.Inputs[0].Layout.Shape, ((GatherOp)plan.Op).Axis);
        _guard = new IndexGuard(plan, plan.Inputs[1], extents.Extent);
        _slices = new Slices(plan, team, extents);
    }

    public override void Run(nint* slots)
    {
        _guard.Check(slots);
        _slices.Run(slots);
    }

    private sealed class Slices(CallPlan plan, WorkerTeam team, AxisExtents extents) : LineWork(
        team, extents.Outer * plan.Inputs[1].Layout.Shape.ElementCount, extents.Inner, plan.Inputs[0].DType.Size, 2)
    {
        private readonly int _x = plan.Inputs[0].Slot;
        private readonly int _indices = plan.Inputs[1].Slot;
        private readonly bool _isWide = plan.Inputs[1].DType is DType.Int64;
        private readonly int _y = plan.Outputs[0].Slot;
        private readonly nint _count = (nint)plan.Inputs[1].Layout.Shape.ElementCount;
        private readonly nint _extent = (nint)extents.Extent;
        private readonly nint _bytes = (nint)(extents.Inner * plan.Inputs[0].DType.Size);

        protected override void Run(nint* slots, nint start, nint count)
        {
            byte* x = (byte*)slots[_x], y = (byte*)slots[_y];
            var indices = new Labels(slots[_indices], _isWide);
            for (nint line = start; line < start + count; line++)
            {
                (nint outer, nint position) = (line / _count, line % _count);
                byte* source = x + (((outer * _extent) + (nint)indices[position]) * _bytes);
                Copy(source, y + (line * _bytes));
            }
        }

        private void Copy(byte* source, byte* target)
        {
            switch (_bytes)
            {
                case sizeof(int):
                    *(int*)target = *(int*)source;
                    break;
                case sizeof(long):
                    *(long*)target = *(long*)source;
                    break;
                default:
                    Buffer.MemoryCopy(source, target, _bytes, _bytes);
                    break;
            }
        }
    }
}
