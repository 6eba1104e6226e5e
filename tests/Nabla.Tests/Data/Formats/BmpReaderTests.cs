using Nabla.Data.Formats;

namespace Nabla.Tests.Data.Formats;

public sealed class BmpReaderTests
{
    private const int HeaderLength = 54;

    public static TheoryData<string> Pictures { get; } = [.. GoldenPicture.NamesWith(".bmp")];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void DecodesAsPillowDoes(string name)
    {
        GoldenPicture golden = GoldenPicture.Named(name);
        Assert.Equal(0, golden.DistanceTo(BmpReader.Read(golden.Path)));
    }

    [Fact]
    public void TopDownPicturesStandUpright()
    {
        byte[] bmp = Picture(width: 1, height: -2, bits: 24, data: [1, 2, 3, 0, 4, 5, 6, 0]);
        Assert.Equal([3, 2, 1, 6, 5, 4], Parse(bmp).Pixels);
    }

    [Fact]
    public void SixteenBitsAreThreeTimesFive()
    {
        byte[] bmp = Picture(width: 2, height: 1, bits: 16, data: [0x00, 0x7C, 0x1F, 0x02]);
        Assert.Equal([255, 0, 0, 0, 132, 255], Parse(bmp).Pixels);
    }

    [Fact]
    public void RunsAreExpanded()
    {
        // Two of index 1; the row ends; three as they are, filled up; one step right; the end.
        byte[] palette = [0, 0, 0, 0, 10, 20, 30, 0, 40, 50, 60, 0];
        byte[] runs = [2, 1, 0, 0, 0, 3, 2, 1, 2, 0, 0, 2, 1, 0, 0, 1];
        byte[] bmp = Picture(width: 4, height: 2, bits: 8, data: [.. palette, .. runs], compression: 1, colors: 3);
        byte[] red = [.. Parse(bmp).Pixels.Where((_, i) => i % 3 == 0)];
        Assert.Equal([60, 30, 60, 0, 30, 30, 0, 0], red);

        bmp[^16] = 5;
        var exception = Assert.Throws<InvalidFileException>(() => Parse(bmp));
        Assert.Contains("a run leaves the picture", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotReadSaysWhatToDo()
    {
        var exception = Assert.Throws<InvalidFileException>(
            () => Parse(Picture(width: 1, height: 1, bits: 4, data: [0, 0], compression: 2)));
        Assert.Contains("Save it without compression", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<InvalidFileException>(
            () => Parse(Picture(width: 9, height: 9, bits: 24, data: [0, 0])));
        Assert.Contains("the file ends before the picture does", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<InvalidFileException>(
            () => Parse(Picture(width: 1 << 20, height: 1 << 20, bits: 24, data: [])));
        Assert.Contains("Make it smaller", exception.Message, StringComparison.Ordinal);
    }

    private static RasterImage Parse(byte[] content) =>
        BmpReader.Parse("picture.bmp", content, RasterImage.MaximumPixels);

    private static byte[] Picture(
        int width, int height, short bits, byte[] data, int compression = 0, int colors = 0)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("BM"u8);
        writer.Write(HeaderLength + data.Length);
        writer.Write(0);
        writer.Write(HeaderLength + (colors * 4));
        writer.Write(40);
        writer.Write(width);
        writer.Write(height);
        writer.Write((short)1);
        writer.Write(bits);
        writer.Write(compression);
        writer.Write(new byte[12]);
        writer.Write(colors);
        writer.Write(0);
        writer.Write(data);
        return stream.ToArray();
    }
}
