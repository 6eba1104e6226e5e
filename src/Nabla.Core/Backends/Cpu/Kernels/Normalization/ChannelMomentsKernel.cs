using Nabla.Compiler;

namespace Nabla.Backends.Cpu.Kernels.Normalization;

/// <summary>Mean and variance of each channel.</summary>
internal sealed unsafe class ChannelMomentsKernel(CallPlan plan, KernelContext context)
    : ChannelReduction(plan, context, CyclesOfVector)
{
    private const double CyclesOfVector = 2;

    private readonly int _x = plan.Inputs[0].Slot;
    private readonly long _rows = plan.Inputs[0].Layout.Shape[1];

    protected override void Fold(nint* slots, long outer, long row, long rows, byte* first, byte* second) =>
        Loops.Moments(
            (byte*)slots[_x] + (((outer * _rows) + row) * RowBytes), rows, RowsOfTile, Channels, first, second);

    protected override void Join(
        long rows, byte* first, byte* second, long otherRows, byte* otherFirst, byte* otherSecond) =>
        Loops.Join(rows, first, second, otherRows, otherFirst, otherSecond, Channels);

    protected override void Finish(byte* second, long rows) => Loops.Scale(second, 1.0 / rows, Channels);
}
