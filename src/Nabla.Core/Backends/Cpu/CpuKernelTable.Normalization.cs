using Nabla.Backends.Cpu.Kernels.Normalization;

namespace Nabla.Backends.Cpu;

/// <content>What normalizations sum up; the rest of them is elementwise.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterNormalization()
    {
        Fused<ChannelMomentsOp>((plan, context) => new ChannelMomentsKernel(plan, context));
        Fused<ChannelSumsOp>((plan, context) => new ChannelSumsKernel(plan, context));
    }
}
