using System.Numerics;
using System.Numerics.Tensors;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// Casts contiguous elements; to integers from floating numbers saturating, NaN becoming 0, between integers by their
/// low bits.
/// </summary>
internal sealed unsafe class CastKernel<TFrom, TTo> : Kernel
    where TFrom : unmanaged, INumber<TFrom>
    where TTo : unmanaged, INumber<TTo>
{
    private readonly WorkerTeam _team;
    private readonly Chunks _chunks;
    private readonly bool _isShared;
    private readonly bool _wakes;

    public CastKernel(CallPlan plan, KernelContext context)
    {
        long count = plan.Outputs[0].Layout.Shape.ElementCount;
        WorkEstimate estimate = WorkEstimate.Of(count, sizeof(TFrom) + sizeof(TTo));
        (_team, _isShared, _wakes) = (context.Team, estimate.IsShared, estimate.Wakes);
        _chunks = new Chunks(plan.Inputs[0].Slot, plan.Outputs[0].Slot, count, estimate.ElementsOfChunk);
    }

    public override void Run(nint* slots)
    {
        if (_isShared)
        {
            _team.Run(_chunks, slots, _chunks.Count, _wakes);
            return;
        }

        for (int chunk = 0; chunk < _chunks.Count; chunk++)
        {
            _chunks.Run(slots, chunk, 0);
        }
    }

    private sealed class Chunks(int source, int destination, long count, long size) : ParallelWork
    {
        public int Count { get; } = checked((int)((count + size - 1) / size));

        public override void Run(nint* slots, int chunk, int worker)
        {
            long start = chunk * size;
            int length = (int)Math.Min(size, count - start);
            var from = new ReadOnlySpan<TFrom>((TFrom*)slots[source] + start, length);
            var to = new Span<TTo>((TTo*)slots[destination] + start, length);
            if (typeof(TFrom) == typeof(long) && typeof(TTo) == typeof(int))
            {
                TensorPrimitives.ConvertTruncating(from, to);
            }
            else
            {
                TensorPrimitives.ConvertSaturating(from, to);
            }
        }
    }
}
