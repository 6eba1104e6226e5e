using Nabla.Backends.Cpu.Programs;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Normalization;

/// <summary>Gradients of rows, and those of scale and offset, which all rows add to.</summary>
/// <remarks>
/// Rows are cut into chunks by shape alone, each with sums of its own, which are then added as a tree: the same bits on
/// any number of threads.
/// </remarks>
internal sealed unsafe class RowNormalizeGradientKernel : Kernel
{
    private const double CyclesOfVector = 8;
    private const long ChunkElements = 1 << 15;
    private const long MostChunks = 128;

    private readonly Chunks _chunks;
    private readonly ChannelLoops _sums;
    private readonly WorkerTeam _team;
    private readonly WorkEstimate _estimate;
    private readonly int[] _inputs;
    private readonly int[] _outputs;
    private readonly int _workspace;
    private readonly long _rows;
    private readonly long _features;
    private readonly long _rowsOfChunk;
    private readonly int _count;
    private readonly int _size;

    public RowNormalizeGradientKernel(CallPlan plan, KernelContext context)
    {
        Operand x = plan.Inputs[0];
        (_rows, _features, _size) = (x.Layout.Shape[0], x.Layout.Shape[1], x.DType.Size);
        _inputs = [.. plan.Inputs.Select(input => input.Slot)];
        _outputs = [.. plan.Outputs.Select(output => output.Slot)];
        (_team, _workspace) = (context.Team, context.WorkspaceSlot);
        _sums = ChannelLoops.Create(x.DType);
        _rowsOfChunk = Math.Max(
            Math.Max(ChunkElements / Math.Max(_features, 1), (_rows + MostChunks - 1) / MostChunks), 1);
        _count = checked((int)Math.Max((_rows + _rowsOfChunk - 1) / _rowsOfChunk, 1));
        _estimate = WorkEstimate.Of(_rows * _features, _size, CyclesOfVector);
        _chunks = new Chunks(this, RowLoops.Create(x.DType));
    }

    // What each chunk adds to the gradients of the vectors.
    public override long WorkspaceBytes => _count * ChunkBytes;

    private long RowBytes => _features * _size;

    private long ChunkBytes => (_outputs.Length - 1) * RowBytes;

    public override void Run(nint* slots)
    {
        if (_estimate.IsShared)
        {
            _team.Run(_chunks, slots, _count, _estimate.Wakes);
        }
        else
        {
            for (int chunk = 0; chunk < _count; chunk++)
            {
                _chunks.Run(slots, chunk, 0);
            }
        }

        byte* sums = (byte*)slots[_workspace];
        for (int width = 1; width < _count; width *= 2)
        {
            for (int left = 0; left + width < _count; left += 2 * width)
            {
                _sums.Add(sums + (left * ChunkBytes), sums + ((left + width) * ChunkBytes), ChunkBytes / _size);
            }
        }

        for (int output = 1; output < _outputs.Length; output++)
        {
            Buffer.MemoryCopy(
                sums + ((output - 1) * RowBytes), (byte*)slots[_outputs[output]], RowBytes, RowBytes);
        }
    }

    private sealed class Chunks(RowNormalizeGradientKernel kernel, RowLoops loops) : ParallelWork
    {
        public override void Run(nint* slots, int chunk, int worker)
        {
            long bytes = kernel.RowBytes, size = kernel._size;
            int[] inputs = kernel._inputs;
            bool isCentered = inputs.Length == 5;
            byte* dscale = (byte*)slots[kernel._workspace] + (chunk * kernel.ChunkBytes);
            byte* doffset = isCentered ? dscale + bytes : null;
            new Span<byte>(dscale, checked((int)kernel.ChunkBytes)).Clear();
            long start = chunk * kernel._rowsOfChunk, end = Math.Min(kernel._rows, start + kernel._rowsOfChunk);
            for (long row = start; row < end; row++)
            {
                long place = row * bytes;
                loops.Gradient(
                    (byte*)slots[inputs[0]] + place, (byte*)slots[inputs[1]], (byte*)slots[inputs[2]] + place,
                    (byte*)slots[inputs[3]] + (row * size), isCentered ? (byte*)slots[inputs[4]] + (row * size) : null,
                    kernel._features, (byte*)slots[kernel._outputs[0]] + place, dscale, doffset);
            }
        }
    }
}
