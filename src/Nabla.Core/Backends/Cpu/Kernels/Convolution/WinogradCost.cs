namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>When Winograd's algorithm is faster than patches: a function of shapes alone.</summary>
/// <remarks>
/// Costs are multiply-adds of a processor that does nothing else, fitted to measurements. Patches take one for each
/// product; Winograd's algorithm takes 36 for each tile, channel and filter, and on top what the transforms take.
/// </remarks>
internal static class WinogradCost
{
    // A channel of a tile is transformed at the speed of the second-level cache.
    private const double TileChannel = 720;

    // An element of the kernel is read once, and written and read again at 36 points.
    private const double KernelElement = 600;

    // A larger kernel leaves the caches at its 36 points, and each block of tiles reads all of it from memory.
    private const long LargestKernel = 160 * 160;

    private const double PatchOverhead = 1.1;

    /// <summary>For a convolution or its input gradient.</summary>
    public static bool ProductPays(WinogradTiles tiles, long depth, long columns)
    {
        double pixels = (double)tiles.Images * tiles.Lines * tiles.Columns, elements = (double)depth * columns;
        double patches = PatchOverhead * 9 * pixels * elements;
        double products = WinogradLoops.Planes * tiles.Count * elements;
        double transforms = (TileChannel * tiles.Count * (depth + columns)) + (KernelElement * elements);
        return elements <= LargestKernel && products + transforms < patches;
    }

    /// <summary>For a kernel gradient.</summary>
    public static bool GradientPays(WinogradTiles tiles, long channels, long filters)
    {
        double pixels = (double)tiles.Images * tiles.Lines * tiles.Columns, elements = (double)channels * filters;
        return elements >= 128 * 128 && tiles.Count >= 16 && pixels > 8 * tiles.Count;
    }
}
