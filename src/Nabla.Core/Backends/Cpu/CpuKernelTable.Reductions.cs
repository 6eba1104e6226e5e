using Nabla.Backends.Cpu.Kernels.Reduction;

namespace Nabla.Backends.Cpu;

/// <content>Reductions.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterReductions()
    {
        Reduction<AllOp, AllReducer>();
        Reduction<AnyOp, AnyReducer>();
        Reduction<MaxOp, MaxReducer>();
        Reduction<MinOp, MinReducer>();
        Reduction<ProductOp, ProductReducer>();
        Reduction<SumOp, SumReducer>();
    }
}
