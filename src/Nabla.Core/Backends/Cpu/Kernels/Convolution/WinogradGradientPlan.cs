using Nabla.Backends.Cpu.Kernels.Contraction;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>How a kernel gradient by Winograd's algorithm is cut. A function of shapes alone.</summary>
/// <remarks><see cref="DepthBlock"/> decides the order of the sums and so the bits; the rest decides speed.</remarks>
internal sealed class WinogradGradientPlan
{
    // So many tiles of a panel and of a few channels fit the nearest cache.
    private const int MostDepth = 192;

    // Transformed tiles are 2.25 times as large as images: with more of them at once they would leave the third-level
    // cache, and the workspace would weigh on the memory of a training step.
    private const long SlabBytes = 12 << 20;
    private const int TilesOfChunk = 8;
    private const int MostChannels = 64;
    private const int FewestChannels = 32;
    private const int ChunksWanted = 8;

    private const double WorkWorthWaking = 1e6;
    private const int Line = 64;
    private const int LineElements = Line / sizeof(float);

    /// <summary>Plans a kernel gradient.</summary>
    /// <param name="tiles">The tiles of the result, at least one.</param>
    /// <param name="channels">The channels of the images, at least one.</param>
    /// <param name="filters">The channels of the result, at least one.</param>
    public WinogradGradientPlan(WinogradTiles tiles, int channels, int filters)
    {
        (Tiles, Channels, Filters) = (tiles, channels, filters);
        long blocks = MatrixProductPlan.Divide(tiles.Count, MostDepth);
        DepthBlock = (int)MatrixProductPlan.Divide(tiles.Count, blocks);
        blocks = MatrixProductPlan.Divide(tiles.Count, DepthBlock);

        SourceStride = PatchProductPlan.OddLines(channels, sizeof(float));
        Panels = (int)MatrixProductPlan.Divide(filters, Packing<float>.PanelColumns);
        nint width = SourceStride + (Panels * Packing<float>.PanelColumns);
        long blocksOfSlab = Math.Clamp(
            SlabBytes / ((long)width * sizeof(float) * WinogradLoops.Planes * DepthBlock), 1, blocks);
        Slabs = (int)MatrixProductPlan.Divide(blocks, blocksOfSlab);
        TilesOfSlab = (int)MatrixProductPlan.Divide(blocks, Slabs) * DepthBlock;
        Slabs = (int)MatrixProductPlan.Divide(tiles.Count, TilesOfSlab);

        ChannelBlock = Math.Min(channels, MostChannels);
        while (ChannelBlock > FewestChannels
            && MatrixProductPlan.Divide(channels, ChannelBlock) * Panels < ChunksWanted)
        {
            ChannelBlock = Math.Max(FewestChannels, ChannelBlock / 2);
        }

        ChannelPieces = (int)MatrixProductPlan.Divide(channels, ChannelBlock);
        Wakes = (double)tiles.Count * WinogradLoops.Planes * channels * filters >= WorkWorthWaking;

        SourcePlane = OddPlane(TilesOfSlab * SourceStride);
        GradientPlane = OddPlane((nint)TilesOfSlab * Panels * Packing<float>.PanelColumns);
        GradientOffset = SourcePlane * WinogradLoops.Planes;
        SumPlane = OddPlane((nint)ChannelBlock * Packing<float>.PanelColumns);
        SumsOffset = GradientOffset + (GradientPlane * WinogradLoops.Planes);
        nint sums = SumPlane * WinogradLoops.Planes;
        ScratchOffset = SumsOffset + (Slabs > 1 ? sums * Chunks : 0);
        BlockOffset = Slabs > 1 ? 0 : sums;
        BlockStride = filters == 1 ? 1 : Packing<float>.PanelColumns;
        TransformOffset = BlockOffset + ((nint)9 * ChannelBlock * Packing<float>.PanelColumns);
        ScratchStride = TransformOffset + WinogradLoops.ScratchElements + (4 * LineElements);
    }

    public WinogradTiles Tiles { get; }

    public int Channels { get; }

    public int Filters { get; }

    /// <summary>How many tiles are summed in one chain.</summary>
    public int DepthBlock { get; }

    /// <summary>How many tiles are transformed before they are multiplied.</summary>
    public int TilesOfSlab { get; }

    public int Slabs { get; }

    /// <summary>The panels of filters; a chunk owns one of them.</summary>
    public int Panels { get; }

    /// <summary>The channels that a chunk owns.</summary>
    public int ChannelBlock { get; }

    public int ChannelPieces { get; }

    public int Chunks => checked(ChannelPieces * Panels);

    /// <summary>Whether there is enough work to wake sleeping threads for.</summary>
    public bool Wakes { get; }

    /// <summary>The distance between tiles of images at a point. All strides and offsets count elements.</summary>
    public nint SourceStride { get; }

    /// <summary>The distance between points of images.</summary>
    public nint SourcePlane { get; }

    /// <summary>The distance between points of gradients.</summary>
    public nint GradientPlane { get; }

    /// <summary>Where gradients begin in the workspace, after images.</summary>
    public nint GradientOffset { get; }

    /// <summary>The distance between points of a chunk's sums.</summary>
    public nint SumPlane { get; }

    /// <summary>Where the sums of all chunks begin in the workspace, if they are kept from slab to slab.</summary>
    public nint SumsOffset { get; }

    /// <summary>Where the scratch memory of the workers begins; there, sums are first if they are not kept.</summary>
    public nint ScratchOffset { get; }

    /// <summary>Where the block of the result begins in a worker's scratch memory.</summary>
    public nint BlockOffset { get; }

    /// <summary>The distance between rows of that block.</summary>
    public nint BlockStride { get; }

    /// <summary>Where the scratch memory of transforms begins in a worker's.</summary>
    public nint TransformOffset { get; }

    /// <summary>The distance between the scratch memories of workers.</summary>
    public nint ScratchStride { get; }

    /// <summary>How many chunks there are in the transforms of so many tiles.</summary>
    public static int TransformChunks(int tiles) => (int)MatrixProductPlan.Divide(tiles, TilesOfChunk);

    /// <summary>The tiles of such a chunk.</summary>
    public static (int First, int Last) TransformChunk(int chunk, int tiles) =>
        (chunk * TilesOfChunk, Math.Min((chunk + 1) * TilesOfChunk, tiles));

    private static nint OddPlane(nint elements)
    {
        nint lines = (elements + LineElements - 1) / LineElements;
        return (lines | 1) * LineElements;
    }
}
