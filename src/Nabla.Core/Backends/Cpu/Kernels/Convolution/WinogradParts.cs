namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Tiles cut into parts of nearly the same size. A function of shapes alone.</summary>
internal sealed class WinogradParts
{
    private readonly int _stripsOfPart;
    private readonly int _piecesOfStrip;
    private readonly int _tilesOfPiece;

    /// <summary>Cuts tiles.</summary>
    /// <param name="tiles">The tiles.</param>
    /// <param name="mostTiles">The most tiles of a part.</param>
    /// <param name="fewestTiles">The fewest tiles for which strips are parted only to have more parts.</param>
    /// <param name="wanted">How many parts are wanted.</param>
    public WinogradParts(WinogradTiles tiles, int mostTiles, int fewestTiles, int wanted)
    {
        Tiles = tiles;
        int across = Math.Max(tiles.Across, 1), strips = Math.Max(tiles.Strips, 1);
        _piecesOfStrip = (int)Rounding.DivideUp(across, mostTiles);
        _tilesOfPiece = (int)Rounding.DivideUp(across, _piecesOfStrip);
        _piecesOfStrip = (int)Rounding.DivideUp(across, _tilesOfPiece);
        int count = _piecesOfStrip > 1 ? strips : (int)Rounding.DivideUp(strips, mostTiles / across);
        while (count < Math.Min(wanted, strips) && strips / count * across > fewestTiles)
        {
            count++;
        }

        _stripsOfPart = (int)Rounding.DivideUp(strips, count);
        Count = checked((int)Rounding.DivideUp(strips, _stripsOfPart) * _piecesOfStrip);
        MostTiles = _stripsOfPart * _tilesOfPiece;
        MostPixels = WinogradLoops.Results * _stripsOfPart
            * (IsWhole ? tiles.Columns : _tilesOfPiece * WinogradLoops.Results);
    }

    public WinogradTiles Tiles { get; }

    /// <summary>How many parts there are.</summary>
    public int Count { get; }

    /// <summary>The tiles of the largest part.</summary>
    public int MostTiles { get; }

    /// <summary>The results of the largest part.</summary>
    public int MostPixels { get; }

    /// <summary>Whether parts are whole strips: their results lie one after another, even over images.</summary>
    public bool IsWhole => _piecesOfStrip == 1;

    /// <summary>One of the parts.</summary>
    public WinogradPart this[int index]
    {
        get
        {
            (int part, int piece) = Math.DivRem(index, _piecesOfStrip);
            int strip = part * _stripsOfPart, tile = piece * _tilesOfPiece;
            return new WinogradPart(
                strip, Math.Min(strip + _stripsOfPart, Tiles.Strips), tile,
                Math.Min(tile + _tilesOfPiece, Tiles.Across));
        }
    }
}
