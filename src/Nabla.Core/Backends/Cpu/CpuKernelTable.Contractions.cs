using Nabla.Backends.Cpu.Kernels.Convolution;
using Nabla.Backends.Cpu.Programs;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu;

/// <content>Contractions, which finish each block of their result with the elementwise program that follows.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterContractions()
    {
        Contraction<MatMulOp>(MatMul, _ => true);
        Contraction<ConvOp>(Conv, op => ConvChoice.Knows(op.Window));
        Contraction<ConvInputGradientOp>(Conv, op => ConvChoice.KnowsInputGradient(op.Window));
        Contraction<ConvKernelGradientOp>(Conv, op => ConvChoice.Knows(op.Window));
    }

    private Kernel Conv(ContractionPlan plan, KernelContext context) =>
        plan.A.DType is DType.Float64
            ? new ConvolutionKernel<double>(plan, this, context)
            : new ConvolutionKernel<float>(plan, this, context);

    private Kernel MatMul(ContractionPlan plan, KernelContext context) =>
        plan.A.DType is DType.Float64
            ? new ContractionKernel<double>(plan, this, context)
            : new ContractionKernel<float>(plan, this, context);
}
