using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu;

/// <content>Fused operations. Without a kernel, their definition is compiled.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterFused()
    {
        Fused<SoftmaxOp>(
            (plan, context) => new SoftmaxKernel(plan, context.Team, ((SoftmaxOp)plan.Op).Axis, isLogarithm: false));
        Fused<LogSoftmaxOp>(
            (plan, context) => new SoftmaxKernel(plan, context.Team, ((LogSoftmaxOp)plan.Op).Axis, isLogarithm: true));
        Fused<CrossEntropyOp>((plan, context) => new CrossEntropyKernel(plan, context.Team));
        Fused<CrossEntropyGradientOp>((plan, context) => new CrossEntropyGradientKernel(plan, context.Team));
        Call<CheckFiniteOp>(CheckFinite);
    }

    private static Kernel CheckFinite(CallPlan plan) =>
        plan.Inputs[0].DType is DType.Float64
            ? new CheckFiniteKernel<double>(plan)
            : new CheckFiniteKernel<float>(plan);
}
