using Nabla.Data.Formats;

namespace Nabla.Tests.Data.Formats;

public sealed class JpegReaderTests
{
    public static TheoryData<string> Pictures { get; } = [.. GoldenPicture.NamesWith(".jpg")];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void DecodesAsLibjpegDoes(string name)
    {
        GoldenPicture golden = GoldenPicture.Named(name);
        RasterImage image = JpegReader.Read(golden.Path);

        // To the bit, but for CMYK, which has no one way to RGB.
        Assert.InRange(golden.DistanceTo(image), 0, name.StartsWith("cmyk", StringComparison.Ordinal) ? 2 : 0);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void SpeaksOfEveryTruncation(string name)
    {
        byte[] content = File.ReadAllBytes(GoldenPicture.Named(name).Path);
        foreach (byte[] damaged in Damage.Truncations(content))
        {
            var exception = Assert.Throws<InvalidFileException>(
                () => JpegReader.Parse(name, damaged, RasterImage.MaximumPixels));
            Assert.InRange(exception.Offset, 0, damaged.Length);
        }
    }

    [Fact]
    public void RefusesWhatItsBytesCannotHold()
    {
        byte[] content = File.ReadAllBytes(GoldenPicture.Named("gray.jpg").Path);
        int frame = content.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        content.AsSpan(frame + 5, 4).Fill(0x1F);
        var exception = Assert.Throws<InvalidFileException>(
            () => JpegReader.Parse("huge.jpg", content, RasterImage.MaximumPixels));
        Assert.Contains("cannot hold a picture of 7967x7967", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<InvalidFileException>(() => JpegReader.Parse("huge.jpg", content, 1000));
        Assert.Contains("has not 1 to 1000 pixels", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesKindsThatAreNotRead()
    {
        byte[] content = File.ReadAllBytes(GoldenPicture.Named("gray.jpg").Path);
        content[content.AsSpan().IndexOf<byte>([0xFF, 0xC0]) + 1] = 0xC9;
        var exception = Assert.Throws<InvalidFileException>(
            () => JpegReader.Parse("arithmetic.jpg", content, RasterImage.MaximumPixels));
        Assert.Contains("kind 0xC9", exception.Message, StringComparison.Ordinal);
        Assert.Contains("or to PNG", exception.Message, StringComparison.Ordinal);
    }
}
