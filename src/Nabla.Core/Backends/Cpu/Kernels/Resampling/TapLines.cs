using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <summary>The rows of a grid's result, shared out to the team.</summary>
internal abstract unsafe class TapLines : LineWork
{
    // A load and what is done with it, for each tap.
    private const double CyclesOfTap = 1.5;

    protected TapLines(WorkerTeam team, TapGrid grid, int elementBytes)
        : base(
            team, grid.Outer * grid.Rows.Result, grid.Columns.Result * grid.Inner, elementBytes,
            CyclesOfTap * TapsOf(grid.Rows) * TapsOf(grid.Columns)) =>
        Grid = grid;

    protected TapGrid Grid { get; }

    private static double TapsOf(TapTable table) => table.Places.Length / (double)Math.Max(table.Result, 1);
}
