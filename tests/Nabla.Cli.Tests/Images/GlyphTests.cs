using Nabla.Cli.Images;
using Nabla.Data.Formats;

namespace Nabla.Cli.Tests.Images;

public sealed class GlyphTests
{
    private const int Extent = Glyph.Extent;

    [Fact]
    public void AnImageOfTheRightKind_StaysAsItIs() =>
        Assert.Equal(TinyMnist.Image(4), Glyph.From(TinyMnist.Picture(4)).Ink);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ASignOfAnotherSize_FillsTheBoxOfMnist_Centred(bool isDarkOnLight)
    {
        Glyph glyph = Glyph.From(
            Bar(width: 200, height: 300, left: 20, top: 30, right: 60, bottom: 230, isDarkOnLight));

        int[] inked = [.. Enumerable.Range(0, Extent * Extent).Where(i => glyph.Ink[i] > 128)];
        Assert.Equal(20, inked.Max(i => i / Extent) - inked.Min(i => i / Extent) + 1);
        Assert.Equal(4, inked.Max(i => i % Extent) - inked.Min(i => i % Extent) + 1);
        Assert.Equal(4, inked.Min(i => i / Extent));
        Assert.Equal(12, inked.Min(i => i % Extent));
    }

    [Fact]
    public void ASmallSign_Grows()
    {
        Glyph glyph = Glyph.From(Bar(width: 9, height: 9, left: 2, top: 2, right: 7, bottom: 7, isDarkOnLight: true));

        Assert.Equal(400, glyph.Ink.Count(ink => ink == 255));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public void InkOnTransparentPaper_ShowsInAnyColor(byte ink)
    {
        byte[] pixels = new byte[40 * 40 * 2];
        for (int i = 0; i < 40 * 40; i++)
        {
            bool isInk = i / 40 is > 8 and < 30 && i % 40 is > 15 and < 25;
            pixels[2 * i] = ink;
            pixels[(2 * i) + 1] = isInk ? byte.MaxValue : (byte)0;
        }

        Glyph glyph = Glyph.From(new RasterImage(40, 40, 2, pixels));

        Assert.InRange(glyph.Ink.Count(level => level > 128), 150, 250);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(130)]
    [InlineData(255)]
    public void ABlankPicture_IsRefused(byte level)
    {
        byte[] pixels = new byte[900];
        pixels.AsSpan().Fill(level);

        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => Glyph.From(new RasterImage(30, 30, 1, pixels)));

        Assert.Contains("blank", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APictureOfOnePixel_IsRefusedOrRead_NeverWorse() =>
        Assert.Throws<ArgumentException>(() => Glyph.From(new RasterImage(1, 1, 1, [7])));

    private static RasterImage Bar(int width, int height, int left, int top, int right, int bottom, bool isDarkOnLight)
    {
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.Length; i++)
        {
            bool isInk = i % width >= left && i % width < right && i / width >= top && i / width < bottom;
            pixels[i] = isInk == isDarkOnLight ? (byte)0 : byte.MaxValue;
        }

        return new RasterImage(width, height, 1, pixels);
    }
}
