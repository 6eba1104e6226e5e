using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Fused;

/// <summary>Softmax, or its logarithm, along an axis.</summary>
internal sealed unsafe class SoftmaxKernel : Kernel
{
    // Three passes, one of them an exponential.
    private const double CyclesOfVector = 20;

    private readonly Lines _lines;

    public SoftmaxKernel(CallPlan plan, WorkerTeam team, int axis, bool isLogarithm) =>
        _lines = new Lines(plan, team, new AxisExtents(plan.Inputs[0].Layout.Shape, axis), isLogarithm);

    public override void Run(nint* slots) => _lines.Run(slots);

    private sealed class Lines(CallPlan plan, WorkerTeam team, AxisExtents extents, bool isLogarithm)
        : LineWork(team, extents.Outer, extents.Extent * extents.Inner, plan.Inputs[0].DType.Size, CyclesOfVector)
    {
        private readonly SoftmaxLoops _loops = SoftmaxLoops.Create(plan.Inputs[0].DType);
        private readonly int _x = plan.Inputs[0].Slot;
        private readonly int _y = plan.Outputs[0].Slot;

        protected override void Run(nint* slots, nint start, nint count)
        {
            if (extents.Extent > 0 && extents.Inner > 0)
            {
                _loops.Softmax(
                    (byte*)slots[_x], (byte*)slots[_y], start, count,
                    (nint)extents.Extent, (nint)extents.Inner, isLogarithm);
            }
        }
    }
}
