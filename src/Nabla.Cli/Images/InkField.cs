using Nabla.Data.Formats;

namespace Nabla.Cli.Images;

/// <summary>How much ink lies where: 0 bare paper, 255 all ink.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Ink">[Height, Width].</param>
internal sealed record InkField(int Width, int Height, float[] Ink)
{
    /// <summary>Tells ink from paper by the rim, where signs seldom reach: its median is the paper.</summary>
    /// <param name="gray">A picture of one channel.</param>
    public static InkField From(RasterImage gray)
    {
        byte[] rim = [.. Rim(gray).Order()];
        int paper = rim[rim.Length / 2];
        float contrast = paper > byte.MaxValue / 2 ? -paper : byte.MaxValue - paper;
        float[] ink = [.. gray.Pixels.Select(pixel => MathF.Max(0, (pixel - paper) / contrast) * byte.MaxValue)];
        return new InkField(gray.Width, gray.Height, ink);
    }

    /// <summary>Whether anything stands out by more than <paramref name="noise"/>.</summary>
    public bool HasInk(float noise) => Ink.Max() > noise;

    /// <summary>The smallest part that holds all ink.</summary>
    public InkField CutOut(float noise)
    {
        int[] marked = [.. Enumerable.Range(0, Ink.Length).Where(i => Ink[i] > noise)];
        int left = marked.Min(i => i % Width);
        int top = marked[0] / Width;
        int width = marked.Max(i => i % Width) - left + 1;
        int height = (marked[^1] / Width) - top + 1;
        return Create(width, height, (x, y) => Ink[((top + y) * Width) + left + x]);
    }

    /// <summary>Scaled to touch a box of <paramref name="extent"/> with its longer side, proportions kept.</summary>
    public InkField ScaleInto(int extent)
    {
        double scale = (double)extent / Math.Max(Width, Height);
        int width = Math.Max(1, (int)Math.Round(Width * scale));
        int height = Math.Max(1, (int)Math.Round(Height * scale));
        return Create(width, height, (x, y) => MeanOver(
            (double)x * Width / width, (double)(x + 1) * Width / width,
            (double)y * Height / height, (double)(y + 1) * Height / height));
    }

    /// <summary>Laid on a square so that its centre of mass is in the middle, or as near as it fits.</summary>
    public InkField Center(int extent)
    {
        float total = Ink.Sum();
        double middleX = Ink.Select((ink, i) => ink * ((i % Width) + 0.5)).Sum() / total;
        double middleY = Ink.Select((ink, i) => ink * ((i / Width) + 0.5)).Sum() / total;
        int left = Math.Clamp((int)Math.Round((extent / 2.0) - middleX), 0, extent - Width);
        int top = Math.Clamp((int)Math.Round((extent / 2.0) - middleY), 0, extent - Height);
        return Create(extent, extent, (x, y) =>
            x - left is var column && y - top is var row && column >= 0 && column < Width && row >= 0 && row < Height
                ? Ink[(row * Width) + column]
                : 0);
    }

    /// <summary>As bytes, rows from top to bottom.</summary>
    public byte[] ToBytes() => [.. Ink.Select(ink => (byte)MathF.Round(Math.Clamp(ink, 0, byte.MaxValue)))];

    private static InkField Create(int width, int height, Func<int, int, float> ink) => new(
        width, height, [.. Enumerable.Range(0, width * height).Select(i => ink(i % width, i / width))]);

    private static IEnumerable<byte> Rim(RasterImage gray) => gray.Pixels.Where((_, i) =>
        i < gray.Width
        || i >= gray.Pixels.Length - gray.Width
        || i % gray.Width == 0
        || i % gray.Width == gray.Width - 1);

    // The mean of a rectangle, pixels at its edges counted by the part that lies within:
    // good for shrinking and growing.
    private float MeanOver(double left, double right, double top, double bottom)
    {
        double sum = 0;
        for (int y = (int)top; y < bottom && y < Height; y++)
        {
            double rows = Math.Min(y + 1, bottom) - Math.Max(y, top);
            for (int x = (int)left; x < right && x < Width; x++)
            {
                sum += rows * (Math.Min(x + 1, right) - Math.Max(x, left)) * Ink[(y * Width) + x];
            }
        }

        return (float)(sum / ((right - left) * (bottom - top)));
    }
}
