using System.Buffers.Binary;
using Nabla.Data.Formats;

namespace Nabla.Tests.Data.Formats;

public sealed class PngReaderTests
{
    private const string Name = "picture.png";

    public static TheoryData<int, int> ColorsAndDepths() => new()
    {
        { 0, 1 }, { 0, 2 }, { 0, 4 }, { 0, 8 }, { 0, 16 }, { 2, 8 }, { 2, 16 }, { 3, 1 }, { 3, 2 }, { 3, 4 }, { 3, 8 },
        { 4, 8 }, { 4, 16 }, { 6, 8 }, { 6, 16 },
    };

    [Theory]
    [MemberData(nameof(ColorsAndDepths))]
    public void Reads_every_color_type_depth_and_interlacing(int color, int depth)
    {
        byte[] palette = [.. Enumerable.Range(0, 3 << depth).Take(768).Select(i => (byte)(i * 7))];
        (string, byte[])[] extra = color == 3 ? [("PLTE", palette)] : [];
        var random = new Random(color + depth);
        foreach ((int width, int height) in new[] { (1, 1), (3, 2), (8, 8), (13, 9), (2, 17) })
        {
            int count = width * height * TestPng.Samples(color);
            int[] samples = [.. Enumerable.Range(0, count).Select(_ => random.Next(1 << depth))];
            byte[] expected = color == 3
                ? [.. samples.SelectMany(index => palette.AsSpan(3 * index, 3).ToArray())]
                : [.. samples.Select(value => (byte)Math.Round(value * 255.0 / ((1 << depth) - 1)))];
            foreach (bool interlaced in new[] { false, true })
            {
                RasterImage image = PngReader.Parse(
                    Name, TestPng.Create(width, height, depth, color, interlaced, samples, extra));
                Assert.Equal((width, height), (image.Width, image.Height));
                Assert.Equal(color == 3 ? 3 : TestPng.Samples(color), image.Channels);
                Assert.Equal(expected, image.Pixels);
            }
        }
    }

    // Written by Pillow 9.4 from the formulas that stand beside them; x to the right, y down, 7x5.
    public static TheoryData<string, string> FilesOfAnotherLibrary() => new()
    {
        {
            "gray",
            "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAAAAACs8akEAAAAFUlEQVR4nGNkUFVVVVVVZeKGAFw0ADL5AhyoB/wqAAAAAElF" +
            "TkSuQmCC"
        },
        {
            "rgb",
            "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAIAAAAG+GGPAAAAJElEQVR4nGNkYGBQwUAsDDYMDAycaAguKoSMkEWl4QhNFGoy" +
            "AMB3A5xU9J7VAAAAAElFTkSuQmCC"
        },
        {
            "rgba",
            "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAYAAACJmvbYAAAAKklEQVR4nGNkYGBgUGFgEMGGWRhsGEQYGDixYiRJIQyMJimN" +
            "grFIqsAxALb8BkQnPVEYAAAAAElFTkSuQmCC"
        },
        {
            "gray-alpha",
            "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAQAAAAjkz5TAAAAFUlEQVR4nGNk+K96GwGZuL8iQ5K4ABLWIwl2qOhXAAAAAElF" +
            "TkSuQmCC"
        },
        {
            "bits",
            "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAQAAAACh4ct1AAAAEklEQVR4nGOYxKDCpMLkxaACAAfyAU3SrZIyAAAAAElFTkSu" +
            "QmCC"
        },
        {
            "gray16",
            "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFEAAAAAD8YXVHAAAAGUlEQVR4nGNkYFDWQEAmxi9MyJCJABdZOQCQchyyw6m/UAAA" +
            "AABJRU5ErkJggg=="
        },
        {
            "palette",
            "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFBAMAAAB7tOvrAAAAMFBMVEUKFB4oMjxGUFpkbniCjJYAAAAAAAAAAAAAAAAAAAAA" +
            "AAAAAAAAAAAAAAAAAAAAAAB8HLvmAAAAA3RSTlMAgP/s97MYAAAAIElEQVR4nGNgVHYQYFB2EDJgcBAyYWAQMmFUYDABCgIA" +
            "IK0Cn20SAmEAAAAASUVORK5CYII="
        },
    };

    [Theory]
    [MemberData(nameof(FilesOfAnotherLibrary))]
    public void Reads_files_of_another_library(string kind, string file)
    {
        RasterImage image = PngReader.Parse(Name, Convert.FromBase64String(file));
        Assert.Equal((7, 5), (image.Width, image.Height));
        var expected = new List<byte>();
        for (int y = 0; y < 5; y++)
        {
            for (int x = 0; x < 7; x++)
            {
                int gray = ((x * 37) + (y * 11)) % 256;
                int index = (x + (2 * y)) % 5;
                int[] pixel = kind switch
                {
                    "gray" => [gray],
                    "rgb" => [x * 36, y * 60, x * y * 9],
                    "rgba" => [x * 36, y * 60, x * y * 9, (x + y) * 20],
                    "gray-alpha" => [gray, 255 - gray],
                    "bits" => [(x + y) % 3 == 0 ? 255 : 0],
                    "gray16" => [(int)Math.Round(((x * 9000) + (y * 500)) / 257.0)],
                    _ => [10 + (30 * index), 20 + (30 * index), 30 + (30 * index), Math.Min(128 * index, 255)],
                };
                expected.AddRange(pixel.Select(value => (byte)value));
            }
        }

        Assert.Equal(expected, image.Pixels);
    }

    [Fact]
    public void A_transparent_color_becomes_an_alpha_channel()
    {
        RasterImage gray = PngReader.Parse(Name, TestPng.Create(3, 1, 2, 0, false, [0, 2, 3], ("tRNS", [0, 2])));
        Assert.Equal([0, 255, 170, 0, 255, 255], gray.Pixels);

        // Of 16 bits all count, though 8 come out.
        RasterImage rgb = PngReader.Parse(Name, TestPng.Create(
            2, 1, 16, 2, false, [256, 1, 2, 257, 1, 2], ("tRNS", [1, 0, 0, 1, 0, 2])));
        Assert.Equal([1, 0, 0, 0, 1, 0, 0, 255], rgb.Pixels);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_the_writer_writes_comes_back(int channels)
    {
        byte[] pixels = [.. Enumerable.Range(0, 50 * 31 * channels).Select(i => (byte)(i * i / 50))];
        using var stream = new MemoryStream();
        PngWriter.WriteTo(stream, new RasterImage(50, 31, channels, pixels));
        RasterImage image = PngReader.Parse(Name, stream.ToArray());
        Assert.Equal((50, 31, channels), (image.Width, image.Height, image.Channels));
        Assert.Equal(pixels, image.Pixels);
    }

    [Fact]
    public void Every_truncation_and_every_flipped_bit_is_noticed()
    {
        byte[] content = TestPng.Create(
            13, 9, 4, 3, true, [.. Enumerable.Range(0, 117).Select(i => i * i % 16)],
            ("PLTE", new byte[48]), ("tRNS", [0, 9]));
        Assert.Equal(13, PngReader.Parse(Name, content).Width);
        Assert.All(Damage.Truncations(content).Concat(Damage.BitFlips(content, 8 * content.Length)), AssertInvalid);
    }

    [Fact]
    public void Edits_give_nothing_but_the_typed_exception()
    {
        byte[] content = TestPng.Create(5, 4, 8, 2, false, [.. Enumerable.Range(0, 60)]);
        foreach (byte[] damaged in Damage.Edits(content))
        {
            try
            {
                PngReader.Parse(Name, damaged);
            }
            catch (InvalidFileException)
            {
                // As it should be.
            }
        }
    }

    [Fact]
    public void Damage_behind_right_checksums_gives_nothing_but_the_typed_exception()
    {
        byte[] palette = new byte[9];
        byte[] header = [0, 0, 0, 9, 0, 0, 0, 7, 2, 3, 0, 0, 1];
        byte[] data = TestPng.Compress(new byte[200]);
        byte[] both = [.. header, .. data];
        foreach (byte[] damaged in Damage.BitFlips(both, 4000).Concat(Damage.Edits(both, 4000)))
        {
            try
            {
                int split = Math.Min(13, damaged.Length);
                PngReader.Parse(Name, TestPng.Join(
                    ("IHDR", damaged[..split]), ("PLTE", palette), ("tRNS", [1]), ("IDAT", damaged[split..]),
                    ("IEND", [])));
            }
            catch (InvalidFileException)
            {
                // As it should be.
            }
        }
    }

    [Fact]
    public void Chunks_out_of_place_are_refused()
    {
        byte[] header = [0, 0, 0, 2, 0, 0, 0, 1, 8, 3, 0, 0, 0];
        byte[] data = TestPng.Compress([0, 0, 1]);
        byte[] palette = new byte[6];
        RasterImage image = PngReader.Parse(Name, Chunks("IHDR PLTE IDAT IEND"));
        Assert.Equal((2, 1, 3), (image.Width, image.Height, image.Channels));

        string[] wrong =
        [
            "PLTE IHDR IDAT IEND", "IHDR IHDR PLTE IDAT IEND", "IHDR IDAT IEND", "IHDR PLTE IEND", "IHDR PLTE IDAT",
            "IHDR PLTE PLTE IDAT IEND", "IHDR IDAT PLTE IEND", "IHDR PLTE IDAT tEXt IDAT IEND",
            "IHDR PLTE XXXX IDAT IEND", "IHDR tRNS PLTE IDAT IEND", "IEND", "",
        ];
        Assert.All(wrong, order => AssertInvalid(Chunks(order)));

        byte[] Chunks(string order) =>
            TestPng.Join([.. order.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(type => (type, Content(type)))]);

        byte[] Content(string type) => type switch
        {
            "IHDR" => header,
            "PLTE" => palette,
            "IDAT" => data,
            "tRNS" => [1],
            _ => [],
        };
    }

    [Theory]
    [InlineData(1 << 20, 1 << 20)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(-1, 1)]
    [InlineData(0, 5)]
    [InlineData(8000, 8000)]
    public void A_header_of_gigabytes_allocates_nothing(int width, int height)
    {
        byte[] header = [0, 0, 0, 0, 0, 0, 0, 0, 16, 6, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        byte[] content = TestPng.Join(("IHDR", header), ("IDAT", TestPng.Compress(new byte[100])), ("IEND", []));
        AssertInvalid(content);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertInvalid(content);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000);
    }

    [Fact]
    public void Files_are_read_by_their_content_and_made_gray()
    {
        using var folder = new TemporaryFolder();
        var color = new RasterImage(2, 1, 4, [255, 0, 0, 255, 9, 9, 9, 0]);
        PngWriter.Save(folder["a.any"], color);
        folder.Put("b.any", [.. "P2 2 1 4 0 4"u8]);
        folder.Put("c.any", [.. "GIF89a"u8]);

        Assert.Equal(color.Pixels, PngReader.Read(folder["a.any"]).Pixels);
        Assert.Equal([76, 255], RasterImage.Load(folder["a.any"]).ToGrayscale().Pixels);
        Assert.Equal([76, 0], RasterImage.Load(folder["a.any"]).ToGrayscale(background: 0).Pixels);
        Assert.Equal([0, 255], RasterImage.Load(folder["b.any"]).ToGrayscale().Pixels);
        Assert.Throws<InvalidFileException>(() => RasterImage.Load(folder["c.any"]));
        Assert.Throws<FileNotFoundException>(() => RasterImage.Load(folder["d.any"]));
        Assert.Throws<ArgumentException>(() => new RasterImage(2, 2, 3, new byte[11]));
    }

    private static void AssertInvalid(byte[] content)
    {
        InvalidFileException exception = Assert.Throws<InvalidFileException>(() => PngReader.Parse(Name, content));
        Assert.InRange(exception.Offset, 0, content.Length);
    }
}
