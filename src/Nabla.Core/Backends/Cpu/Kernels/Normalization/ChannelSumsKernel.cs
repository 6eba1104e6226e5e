using Nabla.Compiler;

namespace Nabla.Backends.Cpu.Kernels.Normalization;

/// <summary>Sums of gradients, and of their products with distances to the mean, for each channel.</summary>
internal sealed unsafe class ChannelSumsKernel(CallPlan plan, KernelContext context)
    : ChannelReduction(plan, context, CyclesOfVector)
{
    private const double CyclesOfVector = 3;

    private readonly int[] _inputs = [.. plan.Inputs.Select(input => input.Slot)];
    private readonly long _rows = plan.Inputs[0].Layout.Shape[1];

    protected override void Fold(nint* slots, long outer, long row, long rows, byte* first, byte* second)
    {
        long start = ((outer * _rows) + row) * RowBytes;
        Loops.Sums(
            (byte*)slots[_inputs[0]] + start, (byte*)slots[_inputs[1]] + start,
            (byte*)slots[_inputs[2]] + (outer * RowBytes), rows, RowsOfTile, Channels, first, second);
    }

    protected override void Join(
        long rows, byte* first, byte* second, long otherRows, byte* otherFirst, byte* otherSecond)
    {
        Loops.Add(first, otherFirst, Channels);
        Loops.Add(second, otherSecond, Channels);
    }
}
