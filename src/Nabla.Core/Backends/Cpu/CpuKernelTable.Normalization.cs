using Nabla.Backends.Cpu.Kernels.Normalization;

namespace Nabla.Backends.Cpu;

/// <content>Normalizations of rows, and what those of channels sum up; the rest of them is elementwise.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterNormalization()
    {
        Fused<ChannelMomentsOp>((plan, context) => new ChannelMomentsKernel(plan, context));
        Fused<ChannelSumsOp>((plan, context) => new ChannelSumsKernel(plan, context));
        Fused<RowNormalizeOp>((plan, context) => new RowNormalizeKernel(plan, context));
        Fused<RowNormalizeGradientOp>((plan, context) => new RowNormalizeGradientKernel(plan, context));
    }
}
