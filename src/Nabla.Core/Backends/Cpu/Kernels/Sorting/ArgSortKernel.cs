using System.Runtime.InteropServices;
using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Sorting;

/// <summary>The places of the first elements in order: a radix sort, or a short list where few are wanted.</summary>
internal sealed unsafe class ArgSortKernel<T>(CallPlan plan, WorkerTeam team) : Kernel
    where T : unmanaged
{
    private readonly Lines _lines = new(
        plan, team, (ArgSortOp)plan.Op, new AxisExtents(plan.Inputs[0].Layout.Shape, ((ArgSortOp)plan.Op).Axis));

    public override void Run(nint* slots) => _lines.Run(slots);

    private sealed class Lines(CallPlan plan, WorkerTeam team, ArgSortOp op, AxisExtents extents)
        : LineWork(team, extents.Outer * extents.Inner, extents.Extent, sizeof(T), 500)
    {
        private readonly int _x = plan.Inputs[0].Slot;
        private readonly int _y = plan.Outputs[0].Slot;
        private readonly nint _extent = (nint)extents.Extent;
        private readonly nint _inner = (nint)extents.Inner;
        private readonly nint _count = (nint)op.Count;

        // A list of the best is kept sorted by insertion; longer ones, or most of the line, are better sorted whole.
        private readonly bool _isShortList = op.Count <= 64 && op.Count * 8 <= extents.Extent;

        protected override void Run(nint* slots, nint start, nint count)
        {
            if (_count == 0)
            {
                return;
            }

            nint length = _isShortList ? _count : _extent;
            var memory = (SortEntry*)NativeMemory.Alloc((nuint)length * 2, (nuint)sizeof(SortEntry));
            try
            {
                for (nint line = start; line < start + count; line++)
                {
                    nint outer = line / _inner, inner = line % _inner;
                    T* x = (T*)slots[_x] + (outer * _extent * _inner) + inner;
                    long* y = (long*)slots[_y] + (outer * _count * _inner) + inner;
                    SortEntry* sorted = _isShortList ? ShortList(x, memory) : Whole(x, memory);
                    for (nint i = 0; i < _count; i++)
                    {
                        y[i * _inner] = sorted[i].Place;
                    }
                }
            }
            finally
            {
                NativeMemory.Free(memory);
            }
        }

        private SortEntry* Whole(T* x, SortEntry* memory)
        {
            Load(x, memory, _extent);
            return StableSort.Run(memory, memory + _extent, _extent, SortKey.Bytes<T>());
        }

        private SortEntry* ShortList(T* x, SortEntry* memory)
        {
            bool isDescending = op.IsDescending;
            Load(x, memory, _count);
            StableSort.Insert(memory, _count);
            ulong last = memory[_count - 1].Key;
            for (nint i = _count; i < _extent; i++)
            {
                // Most elements end here.
                ulong key = SortKey.Of(x[i * _inner], isDescending);
                if (key < last)
                {
                    StableSort.Replace(memory, _count, new SortEntry(key, i));
                    last = memory[_count - 1].Key;
                }
            }

            return memory;
        }

        private void Load(T* x, SortEntry* entries, nint count)
        {
            bool isDescending = op.IsDescending;
            for (nint i = 0; i < count; i++)
            {
                entries[i] = new SortEntry(SortKey.Of(x[i * _inner], isDescending), i);
            }
        }
    }
}
