namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>How a convolution that works on lines is cut into chunks and pieces. A function of shapes alone.</summary>
/// <remarks>A chunk is some whole lines of the result, or a part of one that is very long.</remarks>
internal sealed class LineCut
{
    private const int BlockBytes = 128 << 10;
    private const double WorkOfStretch = 2e6;
    private const double WorkWorthWaking = 1.5e6;
    private const int MostStretches = 32;
    private const long MostSums = 4 << 20;

    // What a tile of three lines meets in such a piece stays in the first-level cache until the next line meets it.
    private const int PieceBytes = 512;
    private const int SumPieceBytes = 128;
    private const int TileColumns = 8;

    private LineCut(
        long lines, int width, int channels, int phases, long pixels, double workOfPixel, int pieceBytes,
        int elementBytes)
    {
        int pieces = (int)Rounding.DivideUp(Math.Max((long)channels, 1) * elementBytes, pieceBytes);
        ChannelsOfPiece = (int)Rounding.Up(
            Rounding.DivideUp(Math.Max(channels, 1), pieces), CacheLine.Bytes / elementBytes);
        if (pixels >= width)
        {
            // As many lines for each chunk as nearly as it goes.
            Columns = Math.Max(width, 1);
            long most = Math.Clamp(pixels / Columns, 1, Math.Max(lines, 1));
            long chunks = Math.Max(1, Rounding.DivideUp(lines, most));
            Lines = (int)Math.Max(1, Rounding.DivideUp(lines, chunks));
        }
        else
        {
            long unit = (long)phases * TileColumns;
            long parts = Rounding.DivideUp(width, Rounding.Up(pixels, unit));
            Columns = (int)Math.Min(Rounding.Up(Rounding.DivideUp(width, parts), unit), width);
            Lines = 1;
        }

        ColumnPieces = Math.Max(1, (int)Rounding.DivideUp(width, Columns));
        Chunks = width == 0 || channels == 0
            ? 0
            : checked((int)(Rounding.DivideUp(lines, Lines) * ColumnPieces));
        Wakes = lines * width * workOfPixel >= WorkWorthWaking;
    }

    /// <summary>How many lines a chunk has; one where it has a part of a line.</summary>
    public int Lines { get; }

    /// <summary>How many results of a line a chunk has.</summary>
    public int Columns { get; }

    /// <summary>How many such parts a line has.</summary>
    public int ColumnPieces { get; }

    /// <summary>The number of chunks.</summary>
    public int Chunks { get; }

    /// <summary>How many channels are computed before the next.</summary>
    public int ChannelsOfPiece { get; }

    /// <summary>Whether there is enough work to wake sleeping threads for.</summary>
    public bool Wakes { get; }

    /// <summary>The cut of a convolution or its input gradient: a chunk stays in the second-level cache.</summary>
    /// <param name="lines">The number of lines of all results.</param>
    /// <param name="width">The number of results in a line.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="phases">The phases of the stride in a line.</param>
    /// <param name="taps">The number of products in a result.</param>
    /// <param name="elementBytes">Bytes of an element.</param>
    /// <param name="workOfChunk">How many products a chunk has.</param>
    public static LineCut OfResults(
        long lines, int width, int channels, int phases, long taps, int elementBytes, double workOfChunk)
    {
        double work = Math.Max((double)channels * taps, 1);
        double pixels = Math.Min(BlockBytes / Math.Max((double)channels * elementBytes, 1), workOfChunk / work);
        return new LineCut(
            lines, width, channels, phases, Math.Max(1, (long)pixels), work, PieceBytes, elementBytes);
    }

    /// <summary>The cut of a kernel gradient: few chunks, because each has sums of its own.</summary>
    /// <param name="lines">The number of lines of all results.</param>
    /// <param name="width">The number of results in a line.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="taps">The number of weights that a result meets.</param>
    /// <param name="elementBytes">Bytes of an element.</param>
    public static LineCut OfSums(long lines, int width, int channels, long taps, int elementBytes)
    {
        double work = Math.Max((double)channels * taps, 1), pixels = (double)lines * width;
        double stretches = Math.Min(pixels * work / WorkOfStretch, Math.Min(MostStretches, MostSums / work));
        long pixelsOfStretch = Math.Max(1, (long)Math.Ceiling(pixels / Math.Max(stretches, 1)));
        return new LineCut(lines, width, channels, 1, pixelsOfStretch, work, SumPieceBytes, elementBytes);
    }
}
