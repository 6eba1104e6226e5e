using Nabla.Compiler;
using Nabla.Graph;

namespace Nabla.Backends.Cpu;

/// <summary>What the compiler wants to know about the CPU.</summary>
internal sealed class CpuTraits(CpuKernelTable table) : BackendTraits
{
    /// <summary>A program runs on lanes of one width; bytes and truths go with both.</summary>
    public override bool CanFuse(Op op, DType input, DType output) => op switch
    {
        GeneratorOp => true,
        ElementwiseOp elementwise => table.Elementwise.Contains(elementwise)
            && (input.Size == output.Size || input.Size == 1 || output.Size == 1),
        _ => false,
    };

    public override bool HasKernel(ContractionOp op) => table.HasContraction(op);

    public override bool HasKernel(FusedOp op, DType dtype) => table.HasFused(op, dtype);
}
