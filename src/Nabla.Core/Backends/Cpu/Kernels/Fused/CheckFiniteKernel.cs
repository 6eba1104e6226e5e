using System.Numerics;
using System.Numerics.Tensors;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Fused;

/// <summary>Copies numbers unless one of them is NaN or infinite.</summary>
internal sealed unsafe class CheckFiniteKernel<T>(CallPlan plan) : Kernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _x = plan.Inputs[0].Slot;
    private readonly int _y = plan.Outputs[0].Slot;
    private readonly Shape _shape = plan.Inputs[0].Layout.Shape;
    private readonly int _count = checked((int)plan.Inputs[0].Layout.Shape.ElementCount);

    public override void Run(nint* slots)
    {
        var x = new ReadOnlySpan<T>((void*)slots[_x], _count);
        if (!TensorPrimitives.IsFiniteAll(x))
        {
            Fail(x);
        }

        x.CopyTo(new Span<T>((void*)slots[_y], _count));
    }

    private void Fail(ReadOnlySpan<T> x)
    {
        int wrong = 0;
        while (T.IsFinite(x[wrong]))
        {
            wrong++;
        }

        throw ((CheckFiniteOp)plan.Op).Failure(plan.Path, double.CreateChecked(x[wrong]), wrong, _shape);
    }
}
