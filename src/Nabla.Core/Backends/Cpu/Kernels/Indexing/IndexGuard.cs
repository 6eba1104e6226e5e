using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Compiler;

namespace Nabla.Backends.Cpu.Kernels.Indexing;

/// <summary>Checks all indices of a step before it writes anything, so that loops over them need not.</summary>
internal sealed unsafe class IndexGuard(CallPlan plan, Operand indices, long limit)
{
    private readonly nint _count = (nint)indices.Layout.Shape.ElementCount;
    private readonly bool _isWide = indices.DType is DType.Int64;

    public void Check(nint* slots)
    {
        var values = new Labels(slots[indices.Slot], _isWide);
        nint wrong = values.FirstOutside(_count, limit);
        if (wrong >= 0)
        {
            throw new IndexOutOfBoundsException(plan.Op.Name, plan.Path, wrong, values[wrong], limit);
        }
    }
}
