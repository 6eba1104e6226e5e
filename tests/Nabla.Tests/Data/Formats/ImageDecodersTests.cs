using Nabla.Data.Formats;

namespace Nabla.Tests.Data.Formats;

public sealed class ImageDecodersTests
{
    private const int SmallPicture = 1 << 16;

    public static TheoryData<string> Files { get; } =
        ["420.jpg", "420-restart.jpg", "444-progressive-restart.jpg", "422-progressive.jpg", "cmyk.jpg", "tiny.jpg",
            "orientation-6.jpg", "palette.bmp", "alpha.bmp", "picture.png", "picture.ppm"];

    [Theory]
    [MemberData(nameof(Files))]
    public void NoDamageDoesMoreThanBeingRefused(string name)
    {
        byte[] content = Content(name);
        foreach (byte[] damaged in Damage.BitFlips(content, 250).Concat(Damage.Edits(content, 150))
            .Concat(Damage.Truncations(content)))
        {
            try
            {
                RasterImage image = ImageDecoders.Decode(name, damaged, SmallPicture);
                Assert.InRange((long)image.Width * image.Height, 1, SmallPicture);
            }
            catch (InvalidFileException exception)
            {
                Assert.Equal(name, exception.FilePath);
            }
        }
    }

    [Fact]
    public void RandomBytesAreRefused()
    {
        var random = new Random(4);
        byte[][] signatures = [[], [0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF, 0xC0, 0, 17], [.. "BM"u8], [.. "P5"u8]];
        for (int i = 0; i < 500; i++)
        {
            byte[] content = [.. signatures[i % signatures.Length], .. new byte[random.Next(300)]];
            random.NextBytes(content.AsSpan(signatures[i % signatures.Length].Length));
            Assert.Throws<InvalidFileException>(() => ImageDecoders.Decode("noise", content, SmallPicture));
        }
    }

    [Fact]
    public void AFileOfNoFormatNamesThoseThatAre()
    {
        var exception = Assert.Throws<InvalidFileException>(
            () => ImageDecoders.Decode("text.txt", [.. "hello"u8], SmallPicture));
        Assert.Contains("PNG, JPEG, BMP", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ImageDecoders.Register", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARegisteredDecoderIsAskedFirst()
    {
        var decoder = new OnePixel();
        ImageDecoders.Register(decoder);
        try
        {
            using var folder = new TemporaryFolder();
            File.WriteAllText(folder["one.pixel"], "PIXEL7");
            Assert.Equal([(byte)'7'], RasterImage.Load(folder["one.pixel"]).Pixels);
        }
        finally
        {
            ImageDecoders.Remove(decoder);
        }
    }

    [Fact]
    public void TheLimitOfPixelsIsTheCallers()
    {
        string path = GoldenPicture.Named("420.jpg").Path;
        Assert.Contains(
            "has not 1 to 100 pixels", Assert.Throws<InvalidFileException>(() => RasterImage.Load(path, 100)).Message,
            StringComparison.Ordinal);
    }

    private static byte[] Content(string name)
    {
        if (name.EndsWith(".png", StringComparison.Ordinal))
        {
            using var folder = new TemporaryFolder();
            PngWriter.Save(folder[name], GoldenPicture.Named("420.jpg").Image);
            return File.ReadAllBytes(folder[name]);
        }

        return name.EndsWith(".ppm", StringComparison.Ordinal)
            ? [.. "P6 3 2 255\n"u8, .. new byte[18]]
            : File.ReadAllBytes(GoldenPicture.Named(name).Path);
    }

    private sealed class OnePixel : ImageDecoder
    {
        public override string Name => "one pixel";

        public override bool Recognizes(ReadOnlySpan<byte> content) => content.StartsWith("PIXEL"u8);

        public override RasterImage Decode(string path, byte[] content, int maximumPixels) =>
            new(1, 1, 1, [content[5]]);
    }
}
