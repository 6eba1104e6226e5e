using Nabla.Backends.Cpu.Kernels.Images;

namespace Nabla.Backends.Cpu;

/// <content>Operations on images.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterImages()
    {
        // float64 serves gradient checks, and runs by its definition.
        _calls.Add(
            typeof(AffineSampleOp),
            (plan, context) => plan.Inputs[0].DType is DType.Float32 ? new AffineSampleKernel(plan, context) : null);
    }
}
