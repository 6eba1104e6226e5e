using Nabla.Data.Formats;

namespace Nabla.Cli.Images;

/// <summary>A handwritten sign as MNIST shows it: bright ink on dark paper, 28×28.</summary>
internal sealed record Glyph(byte[] Ink)
{
    /// <summary>Rows, and columns.</summary>
    public const int Extent = 28;

    // MNIST scaled each digit to fit this box, then moved its centre of mass to the middle of the field.
    private const int BoxExtent = 20;

    // Fainter than this, at most, is paper that a scanner or a compression made uneven.
    private const int PaperNoise = 48;

    /// <summary>
    /// Makes a glyph of any picture: inverts dark on light; cuts out, scales and centres another size.
    /// </summary>
    /// <param name="picture">A picture of one sign.</param>
    /// <exception cref="ArgumentException">There is nothing on it.</exception>
    public static Glyph From(RasterImage picture)
    {
        // Transparent paper is white; but ink that is white itself would vanish on it.
        RasterImage gray = picture.ToGrayscale(background: byte.MaxValue);
        if (gray.Pixels.AsSpan().IndexOfAnyExcept(byte.MaxValue) < 0)
        {
            gray = picture.ToGrayscale(background: 0);
        }

        InkField field = InkField.From(gray);
        if (!field.HasInk(PaperNoise))
        {
            throw new ArgumentException(
                $"The picture of {gray.Width}x{gray.Height} pixels is blank; it should show one digit.");
        }

        return gray.Width == Extent && gray.Height == Extent
            ? new Glyph(field.ToBytes())
            : new Glyph(field.CutOut(PaperNoise).ScaleInto(BoxExtent).Center(Extent).ToBytes());
    }
}
