namespace Nabla.Backends.Cpu;

/// <content>Fused operations. Without a kernel, their definition is compiled.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterFused()
    {
    }
}
