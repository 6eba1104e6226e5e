namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Some whole strips of tiles, or where they are too long, the same piece of each.</summary>
/// <param name="FirstStrip">The first strip, counted over all images.</param>
/// <param name="LastStrip">The strip after the last.</param>
/// <param name="FirstTile">The first tile of each strip.</param>
/// <param name="LastTile">The tile after the last.</param>
internal readonly record struct WinogradPart(int FirstStrip, int LastStrip, int FirstTile, int LastTile)
{
    /// <summary>How many tiles it has.</summary>
    public int Tiles => (LastStrip - FirstStrip) * (LastTile - FirstTile);
}
