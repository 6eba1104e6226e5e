namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// The tiles of four by four results that Winograd's algorithm works on, image by image and line by line.
/// </summary>
/// <param name="Images">The number of images.</param>
/// <param name="SourceLines">The lines of an image that tiles are taken from.</param>
/// <param name="SourceColumns">The pixels of a line there.</param>
/// <param name="Lines">The lines of a result.</param>
/// <param name="Columns">The pixels of a line there.</param>
/// <param name="LinesBefore">How far the first result reaches before the first line.</param>
/// <param name="ColumnsBefore">How far the first result reaches before the first column.</param>
internal sealed record WinogradTiles(
    int Images, int SourceLines, int SourceColumns, int Lines, int Columns, int LinesBefore, int ColumnsBefore)
{
    /// <summary>The tiles of a line of tiles, a strip.</summary>
    public int Across => (Columns + WinogradLoops.Results - 1) / WinogradLoops.Results;

    /// <summary>The strips of an image.</summary>
    public int Down => (Lines + WinogradLoops.Results - 1) / WinogradLoops.Results;

    /// <summary>The strips of all images.</summary>
    public int Strips => checked(Images * Down);

    /// <summary>The tiles of all images.</summary>
    public long Count => (long)Strips * Across;

    /// <summary>Whether a window is one that the algorithm knows: three by three, one element after another.</summary>
    public static bool Know(SlidingWindow window, int groups) =>
        groups == 1 && window.Rank == 2 && !window.Size.Span.ContainsAnyExcept(3)
        && !window.Strides.Span.ContainsAnyExcept(1) && !window.Dilations.Span.ContainsAnyExcept(1);

    /// <summary>The tiles of a convolution's result, taken from its images.</summary>
    public static WinogradTiles OfImages(SlidingWindow window, Shape image, Shape result) =>
        Create(image, result, window.Before[0], window.Before[1]);

    /// <summary>The tiles of an image's gradient, taken from the gradient of the result.</summary>
    public static WinogradTiles OfGradients(SlidingWindow window, Shape image, Shape gradient) =>
        Create(gradient, image, 2 - window.Before[0], 2 - window.Before[1]);

    private static WinogradTiles Create(Shape source, Shape result, long linesBefore, long columnsBefore) => new(
        checked((int)source[0]), checked((int)source[1]), checked((int)source[2]), checked((int)result[1]),
        checked((int)result[2]), checked((int)linesBefore), checked((int)columnsBefore));
}
