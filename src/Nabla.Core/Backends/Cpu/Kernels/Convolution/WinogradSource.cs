using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Transforms tiles of images to points.</summary>
internal sealed unsafe class WinogradSource(WinogradTiles tiles, int depth)
{
    private readonly WinogradLoops _loops = WinogradLoops.Best;

    /// <summary>Transforms some channels of a part's tiles.</summary>
    /// <param name="images">The first channel of the first image.</param>
    /// <param name="part">The part.</param>
    /// <param name="channels">How many channels.</param>
    /// <param name="to">The first point of the first tile.</param>
    /// <param name="stride">The distance between tiles.</param>
    /// <param name="plane">The distance between points.</param>
    /// <param name="scratch">Prepared scratch memory.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Transform(
        float* images, WinogradPart part, int channels, float* to, nint stride, nint plane, float* scratch)
    {
        WinogradTarget target;
        target.First = to;
        target.Plane = plane;
        target.Width = channels;
        target.PanelStride = channels;
        WinogradImage image;
        image.Lines = tiles.SourceLines;
        image.Columns = tiles.SourceColumns;
        image.PixelStride = depth;
        image.LineStride = image.PixelStride * image.Columns;
        for (int strip = part.FirstStrip; strip < part.LastStrip; strip++)
        {
            (int index, int line) = Math.DivRem(strip, tiles.Down);
            image.First = images + (index * image.Lines * image.LineStride);
            for (int tile = part.FirstTile; tile < part.LastTile; tile++, target.First += stride)
            {
                _loops.Image(
                    &image, (line * WinogradLoops.Results) - tiles.LinesBefore,
                    (tile * WinogradLoops.Results) - tiles.ColumnsBefore, channels, &target, scratch);
            }
        }
    }
}
