using System.Numerics;
using System.Numerics.Tensors;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>
/// The last phase of a product whose depth was split: the groups' sums are added in a tree of fixed shape.
/// </summary>
internal sealed unsafe class CombineChunks<T>(MatrixProductPlan plan, BlockEpilogue? epilogue) : ParallelWork
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int ElementsOfChunk = 4096;
    private const int ElementsOfStretch = 256;

    private readonly int _rows = (int)Math.Clamp(ElementsOfChunk / plan.N, 1, plan.M * plan.Batch.Count);
    private readonly int _columns = (int)Math.Min(plan.N, ElementsOfChunk);

    public int Chunks => checked((int)(MatrixProductPlan.Divide(plan.M * plan.Batch.Count, _rows)
        * MatrixProductPlan.Divide(plan.N, _columns)));

    public override void Run(nint* slots, int chunk, int worker)
    {
        var run = (RunFrame*)slots;
        (long rowPiece, long columnPiece) = Math.DivRem((long)chunk, MatrixProductPlan.Divide(plan.N, _columns));
        long row = rowPiece * _rows;
        long column = columnPiece * _columns;
        int rows = (int)Math.Min(_rows, (plan.M * plan.Batch.Count) - row);
        int columns = (int)Math.Min(_columns, plan.N - column);

        // Several rows only when they are whole, so a block is one stretch of memory in either case.
        long first = (row * plan.N) + column;
        long count = (long)rows * columns;
        T* sums = (T*)run->Partial + first;
        for (long done = 0; done < count; done += ElementsOfStretch)
        {
            AddGroups(sums + done, (int)Math.Min(ElementsOfStretch, count - done));
        }

        if (run->C != null)
        {
            new Span<T>(sums, (int)count).CopyTo(new Span<T>((T*)run->C + first, (int)count));
        }

        if (plan.IsColumn)
        {
            epilogue?.Apply(run->Slots, (byte*)sums, 1, first, 0, (int)count, 1, worker);
        }
        else
        {
            epilogue?.Apply(run->Slots, (byte*)sums, plan.N, row, column, rows, columns, worker);
        }
    }

    private void AddGroups(T* sums, int count)
    {
        long outputs = plan.M * plan.N * plan.Batch.Count;
        for (int step = 1; step < plan.Groups; step *= 2)
        {
            for (int group = 0; group + step < plan.Groups; group += 2 * step)
            {
                var left = new Span<T>(sums + (group * outputs), count);
                TensorPrimitives.Add(left, new ReadOnlySpan<T>(sums + ((group + step) * outputs), count), left);
            }
        }
    }
}
