using System.Numerics;
using System.Numerics.Tensors;
using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Indexing;

/// <summary>Sums slices by their indices.</summary>
/// <remarks>
/// Threads share columns, never indices: what meets at an element is added in the order of the indices,
/// on any number of threads.
/// </remarks>
internal sealed unsafe class ScatterAddKernel<T> : Kernel
    where T : unmanaged, INumberBase<T>
{
    private readonly IndexGuard _guard;
    private readonly Columns _columns;

    public ScatterAddKernel(CallPlan plan, WorkerTeam team)
    {
        var op = (ScatterAddOp)plan.Op;
        _guard = new IndexGuard(plan, plan.Inputs[0], op.Extent);
        _columns = new Columns(plan, team, new AxisExtents(plan.Outputs[0].Layout.Shape, op.Axis));
    }

    public override void Run(nint* slots)
    {
        _guard.Check(slots);
        _columns.Run(slots);
    }

    // A line is one column block of one outer index.
    private sealed class Columns(CallPlan plan, WorkerTeam team, AxisExtents extents) : LineWork(
        team, extents.Outer * ((extents.Inner + Block - 1) / Block),
        Math.Min(extents.Inner, Block) * (plan.Inputs[0].Layout.Shape.ElementCount + extents.Extent),
        plan.Inputs[1].DType.Size, 4)
    {
        private const int Block = 64;

        private readonly int _indices = plan.Inputs[0].Slot;
        private readonly bool _isWide = plan.Inputs[0].DType is DType.Int64;
        private readonly int _updates = plan.Inputs[1].Slot;
        private readonly int _y = plan.Outputs[0].Slot;
        private readonly nint _count = (nint)plan.Inputs[0].Layout.Shape.ElementCount;
        private readonly nint _extent = (nint)extents.Extent;
        private readonly nint _inner = (nint)extents.Inner;
        private readonly nint _blocks = (nint)((extents.Inner + Block - 1) / Block);

        protected override void Run(nint* slots, nint start, nint count)
        {
            var indices = new Labels(slots[_indices], _isWide);
            for (nint line = start; line < start + count; line++)
            {
                nint outer = line / _blocks, column = line % _blocks * Block;
                int width = (int)nint.Min(Block, _inner - column);
                T* y = (T*)slots[_y] + (outer * _extent * _inner) + column;
                T* updates = (T*)slots[_updates] + (outer * _count * _inner) + column;
                for (nint i = 0; i < _extent; i++)
                {
                    new Span<T>(y + (i * _inner), width).Clear();
                }

                for (nint i = 0; i < _count; i++)
                {
                    var target = new Span<T>(y + ((nint)indices[i] * _inner), width);
                    TensorPrimitives.Add(target, new ReadOnlySpan<T>(updates + (i * _inner), width), target);
                }
            }
        }
    }
}
