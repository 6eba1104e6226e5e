using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Transforms products to results, and hands them on.</summary>
/// <param name="parts">The parts.</param>
/// <param name="columns">The columns of the whole result.</param>
/// <param name="columnsAtOnce">How many of them a chunk finishes at a time, at most.</param>
/// <param name="epilogue">What finishes each block.</param>
internal sealed unsafe class WinogradResult(
    WinogradParts parts, int columns, int columnsAtOnce, BlockEpilogue? epilogue)
{
    private readonly WinogradLoops _loops = WinogradLoops.Best;
    private readonly WinogradTiles _tiles = parts.Tiles;
    private readonly nint _blockStride = columns == 1 ? 1 : PatchProductPlan.OddLines(columnsAtOnce, sizeof(float));

    /// <summary>How many elements a block of the result takes where only the epilogue wants it.</summary>
    public nint BlockElements => epilogue is null
        ? 0
        : (nint)Rounding.Up(parts.MostPixels * _blockStride, 64 / sizeof(float));

    /// <summary>Finishes a part.</summary>
    /// <param name="slots">Passed through to the epilogue.</param>
    /// <param name="result">The whole result, or null.</param>
    /// <param name="part">The part.</param>
    /// <param name="column">The first column.</param>
    /// <param name="count">How many columns.</param>
    /// <param name="product">The products.</param>
    /// <param name="stride">The distance between tiles of products.</param>
    /// <param name="plane">The distance between points of products.</param>
    /// <param name="block">Scratch memory for a block of the result.</param>
    /// <param name="scratch">Prepared scratch memory.</param>
    /// <param name="worker">The thread.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Finish(
        nint* slots, float* result, WinogradPart part, int column, int count, float* product, nint stride, nint plane,
        float* block, float* scratch, int worker)
    {
        int pixel = part.FirstTile * WinogradLoops.Results;
        int pixels = Math.Min(part.LastTile * WinogradLoops.Results, _tiles.Columns) - pixel;
        long row = RowOf(part.FirstStrip);
        bool inScratch = result == null;
        nint pixelStride = inScratch ? _blockStride : columns;
        int width = inScratch ? pixels : _tiles.Columns;
        int step = epilogue is null ? count : columnsAtOnce;
        for (int last = column + count; column < last; column += step, product += step)
        {
            count = Math.Min(step, last - column);
            float* to = inScratch ? block : result + ((((nint)row * width) + pixel) * pixelStride) + column;
            Transform(part, product, stride, plane, count, to, width, pixelStride, scratch);
            if (parts.IsWhole)
            {
                epilogue?.Apply(
                    slots, (byte*)to, pixelStride, row * width, column, (int)(RowOf(part.LastStrip) - row) * width,
                    count, worker);
                continue;
            }

            for (int line = 0; line < LinesOf(part.FirstStrip); line++)
            {
                epilogue?.Apply(
                    slots, (byte*)(to + (line * width * pixelStride)), pixelStride,
                    ((row + line) * _tiles.Columns) + pixel, column, pixels, count, worker);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transform(
        WinogradPart part, float* product, nint stride, nint plane, int count, float* block, int width,
        nint pixelStride, float* scratch)
    {
        nint lineStride = width * pixelStride;
        for (int strip = part.FirstStrip; strip < part.LastStrip; strip++)
        {
            int lines = LinesOf(strip);
            float* to = block;
            for (int tile = part.FirstTile; tile < part.LastTile; tile++)
            {
                _loops.Product(
                    product, plane, count, to, lineStride, pixelStride, lines,
                    Math.Min(WinogradLoops.Results, _tiles.Columns - (tile * WinogradLoops.Results)), scratch);
                product += stride;
                to += WinogradLoops.Results * pixelStride;
            }

            block += lines * lineStride;
        }
    }

    /// <summary>The first line of results of a strip, counted over all images.</summary>
    private long RowOf(int strip)
    {
        (int image, int line) = Math.DivRem(strip, _tiles.Down);
        return ((long)image * _tiles.Lines) + (line * WinogradLoops.Results);
    }

    private int LinesOf(int strip) =>
        Math.Min(WinogradLoops.Results, _tiles.Lines - (strip % _tiles.Down * WinogradLoops.Results));
}
