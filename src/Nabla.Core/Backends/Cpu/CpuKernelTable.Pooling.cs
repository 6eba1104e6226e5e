using Nabla.Backends.Cpu.Kernels.Pooling;
using Nabla.Backends.Cpu.Kernels.Resampling;

namespace Nabla.Backends.Cpu;

/// <content>Pooling, resizing and borders.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterPooling()
    {
        // Integers, whose borders may be mirrored too, go by the definition.
        _calls.Add(
            typeof(ResampleOp),
            (plan, context) => plan.Inputs[0].DType.IsFloating ? new ResampleKernel(plan, context.Team) : null);
        Call<MaxPoolOp>((plan, context) => new MaxPoolKernel(plan, context.Team));
        Call<MaxPoolScatterOp>((plan, context) => new MaxPoolScatterKernel(plan, context.Team));
        Call<MaxPoolPickOp>((plan, context) => new MaxPoolPickKernel(plan, context.Team));
    }
}
