namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// Patches of images in a regular grid: the rows of the matrix that a convolution multiplies with its kernel.
/// </summary>
/// <remarks>
/// A row is a patch, image by image and line by line; its elements are ordered by plane, line and column of the kernel,
/// then by channel. The matrix is never made whole: blocks of it are gathered when they are needed.
/// </remarks>
/// <param name="Images">The number of images.</param>
/// <param name="Planes">The outermost spatial axis.</param>
/// <param name="Lines">The middle spatial axis.</param>
/// <param name="Columns">The innermost spatial axis.</param>
/// <param name="Channels">How many channels a patch has.</param>
/// <param name="PixelStride">How many channels the source has.</param>
internal sealed record PatchGrid(
    int Images, PatchAxis Planes, PatchAxis Lines, PatchAxis Columns, int Channels, int PixelStride)
{
    /// <summary>The spatial axes that kernels know.</summary>
    public const int Axes = 3;

    /// <summary>The number of patches.</summary>
    public long Rows => (long)Images * Planes.Grid * Lines.Grid * Columns.Grid;

    /// <summary>The number of elements of a patch.</summary>
    public int Depth => checked(Planes.Offsets.Length * Lines.Offsets.Length * Columns.Offsets.Length * Channels);

    /// <summary>The elements of one source image.</summary>
    public long ImageStride => (long)Planes.Source * Lines.Source * Columns.Source * PixelStride;

    /// <summary>The patches that a convolution sees.</summary>
    public static PatchGrid OfImages(SlidingWindow window, int groups, Shape image, Shape result) => Create(
        window.Rank, image[0], image[-1] / groups, image[-1],
        axis => Forward(window, axis, image[axis + 1], result[axis + 1]));

    /// <summary>
    /// The patches of dy that the input gradient sees at the pixels of one phase: those that are
    /// <paramref name="phase"/> more than a multiple of the stride.
    /// </summary>
    public static PatchGrid OfPhase(
        SlidingWindow window, int groups, Shape image, Shape result, ReadOnlySpan<int> phase)
    {
        int[] phases = phase.ToArray();
        return Create(
            window.Rank, image[0], result[-1] / groups, result[-1],
            axis => Backward(window, axis, image[axis + 1], result[axis + 1], phases[axis]));
    }

    /// <summary>
    /// What lies side by side in the elements from <paramref name="start"/> to <paramref name="end"/>.
    /// </summary>
    public PatchRun[] Runs(int start, int end)
    {
        var runs = new List<PatchRun>();
        int width = Columns.Offsets.Length * Channels;
        bool merges = Channels == PixelStride && Columns.IsDense;
        int piece = merges ? width : Channels;
        for (int first = 0; first < Depth; first += piece)
        {
            int from = Math.Max(first, start), to = Math.Min(first + piece, end);
            if (from < to)
            {
                (int line, int element) = Math.DivRem(first, width);
                (int plane, line) = Math.DivRem(line, Lines.Offsets.Length);
                runs.Add(new PatchRun(
                    Planes.Offsets[plane], Lines.Offsets[line],
                    checked((Columns.Offsets[element / Channels] * PixelStride) + from - first), to - from,
                    from - start));
            }
        }

        return [.. runs];
    }

    /// <summary>Which element of the kernel, row-major over all of it, meets a tap.</summary>
    public int KernelTap(int tap, SlidingWindow window)
    {
        (int line, int column) = Math.DivRem(tap, Columns.Offsets.Length);
        (int plane, line) = Math.DivRem(line, Lines.Offsets.Length);
        int lines = window.Rank > 1 ? (int)window.Size[window.Rank - 2] : 1;
        return (int)((((Planes.Taps[plane] * lines) + Lines.Taps[line]) * window.Size[window.Rank - 1])
            + Columns.Taps[column]);
    }

    private static PatchGrid Create(
        int rank, long images, long channels, long pixelStride, Func<int, PatchAxis> axis) =>
        new(
            checked((int)images),
            rank > 2 ? axis(rank - 3) : PatchAxis.None,
            rank > 1 ? axis(rank - 2) : PatchAxis.None,
            axis(rank - 1),
            checked((int)channels),
            checked((int)pixelStride));

    public static PatchAxis Forward(SlidingWindow window, int axis, long image, long result)
    {
        int[] taps = [.. Enumerable.Range(0, checked((int)window.Size[axis]))];
        int[] offsets = [.. taps.Select(tap => checked((int)((tap * window.Dilations[axis]) - window.Before[axis])))];
        return new PatchAxis(
            checked((int)image), checked((int)result), checked((int)window.Strides[axis]), offsets, taps);
    }

    // Pixel j · stride + phase of the image meets result (pixel + before − tap · dilation) / stride if that is whole.
    // Taps are walked backwards, so that the results that they meet go upwards and lie side by side.
    public static PatchAxis Backward(SlidingWindow window, int axis, long image, long result, int phase)
    {
        long stride = window.Strides[axis];
        var taps = new List<int>();
        var offsets = new List<int>();
        for (int tap = checked((int)window.Size[axis]) - 1; tap >= 0; tap--)
        {
            long at = phase + window.Before[axis] - (tap * window.Dilations[axis]);
            if (at % stride == 0)
            {
                taps.Add(tap);
                offsets.Add(checked((int)(at / stride)));
            }
        }

        long grid = Math.Max((image - phase + stride - 1) / stride, 0);
        return new PatchAxis(checked((int)result), checked((int)grid), 1, [.. offsets], [.. taps]);
    }
}
