namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>Where everything lies in the workspace of a product. Offsets count bytes.</summary>
internal sealed class MatrixProductMemory
{
    public MatrixProductMemory(MatrixProductPlan plan, int elementBytes, int workers, bool hasEpilogue)
    {
        int panel = Packing<byte>.PanelBytes;
        PackedBytes = plan.SharesPackedRight
            ? plan.Batch.Count * plan.K * Rounding.DivideUp(plan.N * elementBytes, panel) * panel
            : 0;
        Partial = plan.IsRightPrepared ? 0 : PackedBytes;
        long partial = plan.Groups > 1 ? plan.Groups * plan.Batch.Count * plan.M * plan.N * elementBytes : 0;
        Scratch = Rounding.Up(Partial + partial, CacheLine.Bytes);

        LocalPanel = plan.GathersLeft ? Rounding.Up((long)plan.DepthBlock * elementBytes, CacheLine.Bytes) : 0;
        long panels = !plan.PacksRight || plan.SharesPackedRight ? 0
            : plan.Kind == ContractionKind.Tiles
            ? Rounding.DivideUp((long)plan.ColumnBlock * elementBytes, panel)
            : 1;
        LocalStrips = LocalPanel + (panels * panel * plan.DepthBlock);
        LocalBlock = LocalStrips
            + (plan.PacksLeft
                ? Rounding.Up((long)plan.RowBlock * plan.DepthBlock * elementBytes, CacheLine.Bytes)
                : 0);

        // An odd number of lines between rows keeps them off each other's cache sets.
        BlockStride = OddLines(plan.ColumnBlock, elementBytes);
        long block = hasEpilogue && plan.Groups == 1
            ? BlockStride * plan.RowBlock * plan.BatchBlock * elementBytes
            : 0;
        long area = Rounding.Up(LocalBlock + block, CacheLine.Bytes);
        ScratchStride = area == 0 ? 0 : area + (4 * CacheLine.Bytes);
        Total = Scratch + (ScratchStride * workers);
    }

    /// <summary>The bytes of B when it is packed for all chunks.</summary>
    public long PackedBytes { get; }

    /// <summary>The sums of groups, after the packed B.</summary>
    public long Partial { get; }

    /// <summary>The areas of the workers.</summary>
    public long Scratch { get; }

    /// <summary>The distance between the areas of workers.</summary>
    public long ScratchStride { get; }

    /// <summary>Within an area: a panel of B, or those of a block, after a copied row of A.</summary>
    public long LocalPanel { get; }

    /// <summary>Within an area: a block of A in strips.</summary>
    public long LocalStrips { get; }

    /// <summary>Within an area: a block of C.</summary>
    public long LocalBlock { get; }

    /// <summary>The distance between rows of a block of C in an area, in elements.</summary>
    public long BlockStride { get; }

    public long Total { get; }

    private static long OddLines(long elements, int elementBytes)
    {
        long lines = Rounding.DivideUp(elements * elementBytes, CacheLine.Bytes);
        return (lines > 4 && lines % 2 == 0 ? lines + 1 : lines) * CacheLine.Bytes / elementBytes;
    }
}
