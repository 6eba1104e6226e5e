using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Indexing;

/// <summary>
/// The place of the largest or smallest element along an axis: the first of equals, NaN before all numbers.
/// </summary>
internal sealed unsafe class ArgumentKernel<T>(CallPlan plan, WorkerTeam team, bool isLargest) : Kernel
    where T : unmanaged, INumber<T>
{
    private readonly Lines _lines = new(
        plan, team, new AxisExtents(plan.Inputs[0].Layout.Shape, ((ArgumentChoice)plan.Op).Axis), isLargest);

    public override void Run(nint* slots) => _lines.Run(slots);

    private sealed class Lines(CallPlan plan, WorkerTeam team, AxisExtents extents, bool isLargest)
        : LineWork(team, extents.Outer, extents.Extent * extents.Inner, sizeof(T), 16)
    {
        private readonly int _x = plan.Inputs[0].Slot;
        private readonly int _y = plan.Outputs[0].Slot;

        protected override void Run(nint* slots, nint start, nint count)
        {
            nint extent = (nint)extents.Extent, inner = (nint)extents.Inner;
            for (nint outer = start; outer < start + count; outer++)
            {
                T* x = (T*)slots[_x] + (outer * extent * inner);
                long* y = (long*)slots[_y] + (outer * inner);
                for (nint column = 0; column < inner; column++)
                {
                    y[column] = isLargest ? Largest(x + column, extent, inner) : Smallest(x + column, extent, inner);
                }
            }
        }

        // Without branches, which random numbers make expensive.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static nint Largest(T* x, nint extent, nint stride)
        {
            T best = *x;
            nint place = 0;
            for (nint i = 1; i < extent; i++)
            {
                T candidate = x[i * stride];
                bool wins = !(candidate <= best) & !T.IsNaN(best);
                best = wins ? candidate : best;
                place = wins ? i : place;
            }

            return place;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static nint Smallest(T* x, nint extent, nint stride)
        {
            T best = *x;
            nint place = 0;
            for (nint i = 1; i < extent; i++)
            {
                T candidate = x[i * stride];
                bool wins = !(candidate >= best) & !T.IsNaN(best);
                best = wins ? candidate : best;
                place = wins ? i : place;
            }

            return place;
        }
    }
}
