using System.Numerics;
using System.Numerics.Tensors;
using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Movement;

/// <summary>Running sums along an axis, one after another; what lies after the axis goes side by side.</summary>
internal sealed unsafe class CumulativeSumKernel<T>(CallPlan plan, WorkerTeam team) : Kernel
    where T : unmanaged, INumberBase<T>
{
    private readonly Lines _lines = new(plan, team, (CumulativeSumOp)plan.Op);

    public override void Run(nint* slots) => _lines.Run(slots);

    private sealed class Lines(CallPlan plan, WorkerTeam team, CumulativeSumOp op, AxisExtents extents)
        : LineWork(team, extents.Outer, extents.Extent * extents.Inner, sizeof(T), 16)
    {
        private readonly int _x = plan.Inputs[0].Slot;
        private readonly int _y = plan.Outputs[0].Slot;

        public Lines(CallPlan plan, WorkerTeam team, CumulativeSumOp op)
            : this(plan, team, op, new AxisExtents(plan.Inputs[0].Layout.Shape, op.Axis))
        {
        }

        protected override void Run(nint* slots, nint start, nint count)
        {
            nint extent = (nint)extents.Extent, inner = (nint)extents.Inner, size = extent * inner;
            nint first = op.IsReversed ? size - inner : 0, step = op.IsReversed ? -inner : inner;
            for (nint outer = start; outer < start + count && size > 0; outer++)
            {
                T* x = (T*)slots[_x] + (outer * size) + first, y = (T*)slots[_y] + (outer * size) + first;
                if (inner == 1)
                {
                    T sum = T.Zero;
                    for (nint i = 0; i < extent; i++, x += step, y += step)
                    {
                        sum += *x;
                        *y = sum;
                    }
                }
                else
                {
                    Accumulate(x, y, extent, step, checked((int)inner));
                }
            }
        }

        private static void Accumulate(T* x, T* y, nint extent, nint step, int width)
        {
            new ReadOnlySpan<T>(x, width).CopyTo(new Span<T>(y, width));
            for (nint i = 1; i < extent; i++)
            {
                ReadOnlySpan<T> before = new(y, width);
                x += step;
                y += step;
                TensorPrimitives.Add(before, new ReadOnlySpan<T>(x, width), new Span<T>(y, width));
            }
        }
    }
}
