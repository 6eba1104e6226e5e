using System.Numerics;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The pixels that are equally far from a multiple of the stride.</summary>
internal sealed unsafe class ConvPhase<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private ConvPhase(SlidingWindow window, int groups, Shape image, Shape gradient, int[] phase)
    {
        Grid = PatchGrid.OfPhase(window, groups, image, gradient, phase);
        int columns = checked((int)(image[-1] / groups));
        Plan = new PatchProductPlan(Grid.Rows, Grid.Depth, columns, groups, sizeof(T), hasEpilogue: false);
        Panels = Grid.Depth > 0 && Grid.Rows > 0 ? new KernelPanels<T>(Plan, Grid, window, isTurned: true) : null;
        Gather = new PatchGather<T>(Grid);
        Runs =
        [
            .. Enumerable.Range(0, Plan.DepthBlocks).Select(block => Grid.Runs(
                block * Plan.DepthBlock, Math.Min((block + 1) * Plan.DepthBlock, Plan.Depth))),
        ];
        (FirstPlane, FirstLine, FirstColumn) = (
            phase.Length > 2 ? phase[^3] : 0, phase.Length > 1 ? phase[^2] : 0, phase[^1]);
    }

    /// <summary>The patches of the gradient that they meet.</summary>
    public PatchGrid Grid { get; }

    public PatchProductPlan Plan { get; }

    /// <summary>How the elements of the kernel that they meet are packed; null where there are none.</summary>
    public KernelPanels<T>? Panels { get; }

    public PatchGather<T> Gather { get; }

    /// <summary>What is gathered for each block of the depth.</summary>
    public PatchRun[][] Runs { get; }

    public int FirstPlane { get; }

    public int FirstLine { get; }

    public int FirstColumn { get; }

    /// <summary>Where its panels are among those of all phases, in bytes.</summary>
    public long PanelOffset { get; private set; }

    /// <summary>All phases of a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="image">[batch, spatial…, channels]: the result.</param>
    /// <param name="gradient">[batch, results…, filters]: the input.</param>
    public static ConvPhase<T>[] All(SlidingWindow window, int groups, Shape image, Shape gradient)
    {
        ConvPhase<T>[] all =
        [
            .. FirstPixels(window, image).Select(first => new ConvPhase<T>(window, groups, image, gradient, first)),
        ];
        long bytes = 0;
        foreach (ConvPhase<T> phase in all)
        {
            phase.PanelOffset = bytes;
            bytes += phase.Panels?.Bytes ?? 0;
        }

        return all;
    }

    private static IEnumerable<int[]> FirstPixels(SlidingWindow window, Shape image)
    {
        IEnumerable<int[]> phases = [[]];
        for (int axis = 0; axis < window.Rank; axis++)
        {
            int count = (int)Math.Min(window.Strides[axis], image[axis + 1]);
            phases = phases.SelectMany(
                phase => Enumerable.Range(0, count).Select(next => (int[])[.. phase, next]));
        }

        return phases;
    }
}
