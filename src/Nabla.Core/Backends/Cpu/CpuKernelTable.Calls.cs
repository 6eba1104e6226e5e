using Nabla.Backends.Cpu.Programs;

namespace Nabla.Backends.Cpu;

/// <content>Operations with kernels of their own. Without one, an operation runs by its definition.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterCalls()
    {
        Call<CastOp>((plan, context) => CastKernel.Create(plan, context));
    }
}
