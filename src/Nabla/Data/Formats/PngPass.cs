namespace Nabla.Data.Formats;

/// <summary>
/// One of the reduced pictures that make up a PNG file: seven of an interlaced one, else the picture itself.
/// </summary>
internal readonly record struct PngPass(int Left, int Top, int StepX, int StepY, int Width, int Height)
{
    // Adam7 (PNG, third edition, section 8.1): first column and row, distance between columns and between rows.
    private static readonly (int Left, int Top, int StepX, int StepY)[] s_adam7 =
    [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
    ];

    /// <summary>The passes in the order of the file; some of a small picture are empty.</summary>
    public static PngPass[] Of(PngHeader header) => header.IsInterlaced
        ? [.. s_adam7.Select(pass => new PngPass(
            pass.Left, pass.Top, pass.StepX, pass.StepY,
            Count(header.Width, pass.Left, pass.StepX), Count(header.Height, pass.Top, pass.StepY)))]
        : [new PngPass(0, 0, 1, 1, header.Width, header.Height)];

    private static int Count(int extent, int start, int step) => Math.Max(0, (extent - start + step - 1) / step);
}
