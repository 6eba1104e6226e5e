using Nabla.Runtime;

namespace Nabla.Backends.Cpu;

/// <content>Kernels that exist once for each element type or size.</content>
internal sealed partial class CpuKernelTable
{
    private static Kernel BySize(DType dtype, Func<Kernel> ofByte, Func<Kernel> ofInt32, Func<Kernel> ofInt64) =>
        (dtype.Size switch { 1 => ofByte, 4 => ofInt32, _ => ofInt64 })();

    private static Kernel ByType(
        DType dtype, Func<Kernel> ofSingle, Func<Kernel> ofDouble,
        Func<Kernel> ofInt32, Func<Kernel> ofInt64, Func<Kernel> ofByte) =>
        (dtype switch
        {
            DType.Float32 => ofSingle,
            DType.Float64 => ofDouble,
            DType.Int32 => ofInt32,
            DType.Int64 => ofInt64,
            _ => ofByte,
        })();
}
