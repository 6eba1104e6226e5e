using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Normalization;

/// <summary>Rows normalized each by itself.</summary>
internal sealed unsafe class RowNormalizeKernel(CallPlan plan, KernelContext context) : Kernel
{
    private const double CyclesOfVector = 5;

    private readonly Lines _lines = new(plan, context.Team);

    public override void Run(nint* slots) => _lines.Run(slots);

    private sealed class Lines(CallPlan plan, WorkerTeam team) : LineWork(
        team, plan.Inputs[0].Layout.Shape[0], plan.Inputs[0].Layout.Shape[1], plan.Inputs[0].DType.Size, CyclesOfVector)
    {
        private readonly RowNormalizeOp _op = (RowNormalizeOp)plan.Op;
        private readonly RowLoops _loops = RowLoops.Create(plan.Inputs[0].DType);
        private readonly int[] _inputs = [.. plan.Inputs.Select(input => input.Slot)];
        private readonly int[] _outputs = [.. plan.Outputs.Select(output => output.Slot)];
        private readonly long _features = plan.Inputs[0].Layout.Shape[1];
        private readonly int _size = plan.Inputs[0].DType.Size;

        protected override void Run(nint* slots, nint start, nint count)
        {
            nint bytes = (nint)_features * _size;
            byte* x = (byte*)slots[_inputs[0]], y = (byte*)slots[_outputs[0]], inverse = (byte*)slots[_outputs[1]];
            byte* offset = _op.IsCentered ? (byte*)slots[_inputs[2]] : null;
            byte* mean = _op.IsCentered ? (byte*)slots[_outputs[2]] : null;
            for (nint row = start; row < start + count; row++)
            {
                _loops.Normalize(
                    x + (row * bytes), (byte*)slots[_inputs[1]], offset, _features, _op.Epsilon, y + (row * bytes),
                    inverse + (row * _size), mean is null ? null : mean + (row * _size));
            }
        }
    }
}
