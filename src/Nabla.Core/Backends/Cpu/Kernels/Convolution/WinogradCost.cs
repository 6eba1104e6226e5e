namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Which of Winograd's algorithms is faster than patches, if any: a function of shapes alone.</summary>
/// <remarks>
/// Costs are multiply-adds of a thread that does nothing else, fitted to measurements. Patches take one for each
/// product; Winograd's algorithm takes 36 for each tile, channel and filter, and on top what the transforms take, which
/// wait for the caches.
/// </remarks>
internal static class WinogradCost
{
    // A channel of a tile: 36 numbers are read and written twice.
    private const double TileChannel = 800;

    // An element of the kernel: 9 numbers are packed and become 36, which are read again.
    private const double KernelElement = 500;

    // An element of the kernel's gradient: 36 sums are written, maybe added to, and become 9.
    private const double GradientElement = 900;

    // At its points a larger kernel leaves the caches, and each block of tiles would read all of it from memory.
    private const double LargestKernel = 160 * 160;

    // Gathering patches takes a tenth; and where the advantage is small, the numbers above decide nothing.
    private const double PatchOverhead = 1.1;
    private const double Margin = 1.2;

    /// <summary>Whether a convolution, or its input gradient, is faster with the whole kernel at its points.</summary>
    /// <remarks>A kernel that never changes gets no other answer: frozen programs give the bits of others.</remarks>
    public static bool ProductPays(WinogradTiles tiles, long depth, long columns)
    {
        double elements = (double)depth * columns;
        return elements <= LargestKernel && Pays(tiles, depth, columns, KernelElement * elements);
    }

    /// <summary>Whether it is faster with blocks of the kernel at their points, for each part of the tiles.</summary>
    public static bool ColumnsPay(WinogradTiles tiles, long depth, long columns)
    {
        double elements = (double)depth * columns;
        long parts = Rounding.DivideUp(tiles.Count, WinogradColumnsPlan.MostTiles);
        return elements > LargestKernel && Pays(tiles, depth, columns, KernelElement * elements * parts);
    }

    /// <summary>Whether a kernel gradient is faster.</summary>
    public static bool GradientPays(WinogradTiles tiles, long channels, long filters) =>
        Pays(tiles, channels, filters, GradientElement * channels * filters);

    private static bool Pays(WinogradTiles tiles, double depth, double columns, double kernel)
    {
        double pixels = (double)tiles.Images * tiles.Lines * tiles.Columns;
        double patches = PatchOverhead * 9 * pixels * depth * columns;
        double products = WinogradLoops.Planes * tiles.Count * depth * columns;
        double transforms = (TileChannel * tiles.Count * (depth + columns)) + kernel;
        return Margin * (products + transforms) < patches;
    }
}
