using System.Numerics;
using System.Numerics.Tensors;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>
/// The last phase of a product whose depth was split: the groups' sums are added in a tree of fixed shape.
/// </summary>
/// <param name="rows">The rows of the result.</param>
/// <param name="columns">Its columns.</param>
/// <param name="groups">How many sums there are of each of its elements.</param>
/// <param name="isColumn">Whether the epilogue takes the result for a column.</param>
/// <param name="epilogue">What finishes each block.</param>
internal sealed unsafe class CombineChunks<T>(
    long rows, long columns, int groups, bool isColumn, BlockEpilogue? epilogue) : ParallelWork
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int ElementsOfChunk = 4096;
    private const int ElementsOfStretch = 256;

    private readonly int _rows = (int)Math.Clamp(ElementsOfChunk / columns, 1, rows);
    private readonly int _columns = (int)Math.Min(columns, ElementsOfChunk);

    public int Chunks => checked((int)(
        Rounding.DivideUp(rows, _rows) * Rounding.DivideUp(columns, _columns)));

    public override void Run(nint* slots, int chunk, int worker)
    {
        var run = (RunFrame*)slots;
        (long rowPiece, long columnPiece) = Math.DivRem((long)chunk, Rounding.DivideUp(columns, _columns));
        long row = rowPiece * _rows;
        long column = columnPiece * _columns;
        int blockRows = (int)Math.Min(_rows, rows - row);
        int blockColumns = (int)Math.Min(_columns, columns - column);

        // Several rows only when they are whole, so a block is one stretch of memory in either case.
        long first = (row * columns) + column;
        long count = (long)blockRows * blockColumns;
        T* sums = (T*)run->Partial + first;
        for (long done = 0; done < count; done += ElementsOfStretch)
        {
            AddGroups(sums + done, (int)Math.Min(ElementsOfStretch, count - done));
        }

        if (run->C != null)
        {
            new Span<T>(sums, (int)count).CopyTo(new Span<T>((T*)run->C + first, (int)count));
        }

        if (isColumn)
        {
            epilogue?.Apply(run->Slots, (byte*)sums, 1, first, 0, (int)count, 1, worker);
        }
        else
        {
            epilogue?.Apply(run->Slots, (byte*)sums, columns, row, column, blockRows, blockColumns, worker);
        }
    }

    private void AddGroups(T* sums, int count)
    {
        long outputs = rows * columns;
        for (int step = 1; step < groups; step *= 2)
        {
            for (int group = 0; group + step < groups; group += 2 * step)
            {
                var left = new Span<T>(sums + (group * outputs), count);
                TensorPrimitives.Add(left, new ReadOnlySpan<T>(sums + ((group + step) * outputs), count), left);
            }
        }
    }
}
