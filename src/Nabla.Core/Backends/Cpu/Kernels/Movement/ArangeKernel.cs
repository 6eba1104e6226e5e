using System.Numerics;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Movement;

/// <summary>Numbers in even steps, computed in double precision.</summary>
internal sealed unsafe class ArangeKernel<T>(CallPlan plan) : Kernel
    where T : unmanaged, INumberBase<T>
{
    private readonly int _y = plan.Outputs[0].Slot;
    private readonly ArangeOp _op = (ArangeOp)plan.Op;

    public override void Run(nint* slots)
    {
        T* y = (T*)slots[_y];
        for (nint i = 0; i < (nint)_op.Count; i++)
        {
            y[i] = T.CreateSaturating(_op.Start + (i * _op.Step));
        }
    }
}
