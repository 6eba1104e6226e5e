using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Casts between lanes of 32 and 64 bits, which no fused program can hold together.</summary>
internal static class CastKernel
{
    /// <summary>The kernel for the types of a plan.</summary>
    public static Kernel Create(CallPlan plan, KernelContext context) =>
        (plan.Inputs[0].DType, plan.Outputs[0].DType) switch
        {
            (DType.Float32, DType.Float64) => new CastKernel<float, double>(plan, context),
            (DType.Float32, DType.Int64) => new CastKernel<float, long>(plan, context),
            (DType.Float64, DType.Float32) => new CastKernel<double, float>(plan, context),
            (DType.Float64, DType.Int32) => new CastKernel<double, int>(plan, context),
            (DType.Int32, DType.Float64) => new CastKernel<int, double>(plan, context),
            (DType.Int32, DType.Int64) => new CastKernel<int, long>(plan, context),
            (DType.Int64, DType.Float32) => new CastKernel<long, float>(plan, context),
            (DType.Int64, DType.Int32) => new CastKernel<long, int>(plan, context),
            (DType from, DType to) => throw new KernelNotFoundException(
                $"Casts from {from} to {to} belong into fused programs."),
        };
}
