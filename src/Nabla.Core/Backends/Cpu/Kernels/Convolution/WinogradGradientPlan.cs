using Nabla.Backends.Cpu.Kernels.Contraction;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>How a kernel gradient by Winograd's algorithm is cut. A function of shapes alone.</summary>
/// <remarks><see cref="DepthBlock"/> decides the order of the sums and so the bits; the rest decides speed.</remarks>
internal sealed class WinogradGradientPlan
{
    // So many tiles of a panel of channels and of a panel of filters fit the nearest cache.
    private const int MostDepth = 192;

    // Tiles at their points are written once and read a few times. What of the third-level cache is a thread's own is
    // far less than all of it; where the sums are larger than that, reading them for each slab costs more.
    private const long SlabBytes = 3 << 20;
    private const int MostChannels = 64;
    private const int MostFilters = 32;

    private const int TilesOfChunk = 8;
    private const int ChunksWanted = 16;
    private const double WorkOfChunk = 1e6;
    private const double WorkWorthWaking = 1e6;
    private const int LineElements = 64 / sizeof(float);

    private static readonly int[] s_pointPieces = [1, 2, 3, 4, 6, 9, 12];

    /// <summary>Plans a kernel gradient.</summary>
    /// <param name="tiles">The tiles of the result, at least one.</param>
    /// <param name="channels">The channels of the images, at least one.</param>
    /// <param name="filters">The channels of the result, at least one.</param>
    public WinogradGradientPlan(WinogradTiles tiles, int channels, int filters)
    {
        (Tiles, Channels, Filters) = (tiles, channels, filters);
        long blocks = Rounding.DivideUp(tiles.Count, MostDepth);
        DepthBlock = (int)Rounding.DivideUp(tiles.Count, blocks);
        blocks = Rounding.DivideUp(tiles.Count, DepthBlock);

        long panel = Packing<float>.PanelColumns;
        long width = Rounding.Up(channels, panel) + Rounding.Up(filters, panel);
        long bytes = (long)WinogradLoops.Planes * channels * filters * sizeof(float);
        long most = bytes <= SlabBytes ? SlabBytes : 2 * SlabBytes;
        long slabs = Rounding.DivideUp(
            blocks, Math.Max(1, most / (width * sizeof(float) * WinogradLoops.Planes * DepthBlock)));
        TilesOfSlab = (int)Rounding.DivideUp(blocks, slabs) * DepthBlock;
        Slabs = (int)Rounding.DivideUp(tiles.Count, TilesOfSlab);

        ChannelPieces = (int)Rounding.DivideUp(channels, MostChannels);
        FilterPieces = (int)Rounding.DivideUp(filters, MostFilters);
        double work = (double)tiles.Count * WinogradLoops.Planes * channels * filters;
        double wanted = Math.Clamp(work / Slabs / WorkOfChunk, 1, ChunksWanted);
        PointPieces = s_pointPieces.First(pieces => Blocks * pieces >= wanted || pieces == s_pointPieces[^1]);
        Wakes = work >= WorkWorthWaking;

        SourcePlane = OddPlane((nint)(TilesOfSlab * Rounding.Up(channels, panel)));
        GradientPlane = OddPlane((nint)(TilesOfSlab * Rounding.Up(filters, panel)));
        GradientOffset = SourcePlane * WinogradLoops.Planes;
        SumPlane = OddPlane((nint)MostChannels * MostFilters);
        SumsOffset = GradientOffset + (GradientPlane * WinogradLoops.Planes);
        nint sums = SumPlane * WinogradLoops.Planes;
        ScratchOffset = SumsOffset + (KeepsSums ? sums * Blocks : 0);
        TransformOffset = KeepsSums ? 0 : sums;
        BlockOffset = TransformOffset + WinogradLoops.ScratchElements;
        BlockStride = filters == 1 ? 1 : MostFilters;
        ScratchStride = BlockOffset + ((nint)9 * MostChannels * MostFilters) + (4 * LineElements);
    }

    public WinogradTiles Tiles { get; }

    public int Channels { get; }

    public int Filters { get; }

    /// <summary>How many tiles are summed in one chain.</summary>
    public int DepthBlock { get; }

    /// <summary>How many tiles are transformed before they are multiplied.</summary>
    public int TilesOfSlab { get; }

    public int Slabs { get; }

    /// <summary>Into how many pieces the channels are cut.</summary>
    public int ChannelPieces { get; }

    /// <summary>Into how many pieces the filters are cut.</summary>
    public int FilterPieces { get; }

    /// <summary>Pieces of channels by pieces of filters.</summary>
    public int Blocks => checked(ChannelPieces * FilterPieces);

    /// <summary>Into how many pieces the points are cut, where there are few blocks.</summary>
    public int PointPieces { get; }

    /// <summary>Whether sums at points are kept in the workspace and transformed by a phase of its own.</summary>
    public bool KeepsSums => Slabs > 1 || PointPieces > 1;

    /// <summary>Whether there is enough work to wake sleeping threads for.</summary>
    public bool Wakes { get; }

    /// <summary>The distance between points of images. All strides and offsets count elements.</summary>
    public nint SourcePlane { get; }

    /// <summary>The distance between points of gradients.</summary>
    public nint GradientPlane { get; }

    /// <summary>Where gradients begin in the workspace, after images.</summary>
    public nint GradientOffset { get; }

    /// <summary>The distance between panels of tiles.</summary>
    public nint PanelStride => (nint)TilesOfSlab * Packing<float>.PanelColumns;

    /// <summary>The distance between channels of a block's sums.</summary>
    public nint SumStride => MostFilters;

    /// <summary>The distance between points of a block's sums.</summary>
    public nint SumPlane { get; }

    /// <summary>Where the sums of all blocks begin in the workspace, if they are kept.</summary>
    public nint SumsOffset { get; }

    /// <summary>Where the scratch memory of the workers begins; there, sums are first if they are not kept.</summary>
    public nint ScratchOffset { get; }

    /// <summary>Where the scratch memory of transforms begins in a worker's.</summary>
    public nint TransformOffset { get; }

    /// <summary>Where the block of the result begins in a worker's scratch memory.</summary>
    public nint BlockOffset { get; }

    /// <summary>The distance between rows of that block.</summary>
    public nint BlockStride { get; }

    /// <summary>The distance between the scratch memories of workers.</summary>
    public nint ScratchStride { get; }

    /// <summary>How many chunks there are in the transforms of so many tiles.</summary>
    public static int TransformChunks(int tiles) => (int)Rounding.DivideUp(tiles, TilesOfChunk);

    /// <summary>The tiles of such a chunk.</summary>
    public static (int First, int Last) TransformChunk(int chunk, int tiles) =>
        (chunk * TilesOfChunk, Math.Min((chunk + 1) * TilesOfChunk, tiles));

    /// <summary>The channels and filters of a block.</summary>
    public (int Channel, int Channels, int Filter, int Filters) Block(int block)
    {
        // Neighbouring chunks have the same channels, and find what they share of the tiles in the cache.
        (int channel, int filter) = Math.DivRem(block, FilterPieces);
        (channel, filter) = (channel * MostChannels, filter * MostFilters);
        return (channel, Math.Min(MostChannels, Channels - channel), filter, Math.Min(MostFilters, Filters - filter));
    }

    private static nint OddPlane(nint elements)
    {
        nint lines = (elements + LineElements - 1) / LineElements;
        return (lines | 1) * LineElements;
    }
}
