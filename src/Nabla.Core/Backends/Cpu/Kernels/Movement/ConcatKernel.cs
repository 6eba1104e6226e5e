using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Movement;

/// <summary>Copies inputs one after another along an axis.</summary>
internal sealed unsafe class ConcatKernel(CallPlan plan, WorkerTeam team) : Kernel
{
    private readonly Lines _lines = new(
        plan, team, new AxisExtents(plan.Outputs[0].Layout.Shape, ((ConcatOp)plan.Op).Axis));

    public override void Run(nint* slots) => _lines.Run(slots);

    private sealed class Lines(CallPlan plan, WorkerTeam team, AxisExtents extents)
        : LineWork(team, extents.Outer, extents.Extent * extents.Inner, plan.Outputs[0].DType.Size, 1)
    {
        private readonly int[] _inputs = [.. plan.Inputs.Select(input => input.Slot)];
        private readonly nint[] _bytes =
        [
            .. plan.Inputs.Select(
                input => (nint)(input.Layout.Shape.ElementCount * input.DType.Size / Math.Max(extents.Outer, 1))),
        ];

        private readonly int _y = plan.Outputs[0].Slot;
        private readonly nint _lineBytes = (nint)(extents.Extent * extents.Inner * plan.Outputs[0].DType.Size);

        protected override void Run(nint* slots, nint start, nint count)
        {
            byte* y = (byte*)slots[_y] + (start * _lineBytes);
            for (nint line = start; line < start + count; line++)
            {
                for (int i = 0; i < _inputs.Length; i++)
                {
                    Buffer.MemoryCopy((byte*)slots[_inputs[i]] + (line * _bytes[i]), y, _bytes[i], _bytes[i]);
                    y += _bytes[i];
                }
            }
        }
    }
}
