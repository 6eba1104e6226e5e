using System.Text.Json;
using Nabla.Data.Formats;
using Nabla.Data.Images;
using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Data.Images;

public sealed class ImageResizeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void SmoothsAsPillowDoes(int index)
    {
        GoldenPicture picture = GoldenPicture.Named("rgb.bmp");
        string file = Path.Combine(Path.GetDirectoryName(picture.Path)!, "resized.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement golden = document.RootElement[index];
        int width = golden.GetProperty("width").GetInt32(), height = golden.GetProperty("height").GetInt32();
        byte[] expected = golden.GetProperty("pixels").GetBytesFromBase64();

        RasterImage resized = ImageResize.Fit(
            picture.Image, height, width, ImageFit.Stretch, Interpolation.Bilinear, fillValue: 0);

        // Pillow rounds between columns and rows.
        Assert.Equal((width, height), (resized.Width, resized.Height));
        Assert.InRange(expected.Zip(resized.Pixels, (a, b) => Math.Abs(a - b)).Max(), 0, 1);
    }

    [Fact]
    public void PixelsBecomeSquares()
    {
        RasterImage large = new RasterImage(2, 1, 3, [1, 2, 3, 4, 5, 6]).Enlarge(2);
        Assert.Equal((4, 2, 3), (large.Width, large.Height, large.Channels));
        byte[] row = [1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6];
        Assert.Equal([.. row, .. row], large.Pixels);
        Assert.Throws<ArgumentOutOfRangeException>(() => large.Enlarge(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => large.Enlarge(1 << 20));
    }

    [Fact]
    public void AnImageOfTheSizeIsLeftAlone()
    {
        RasterImage image = GoldenPicture.Named("rgb.bmp").Image;
        Assert.Same(image, ImageResize.Fit(
            image, image.Height, image.Width, ImageFit.Pad, Interpolation.Bilinear, fillValue: 0));
    }
}
