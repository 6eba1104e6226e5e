using System.IO.Compression;
using System.Text.Json;
using Nabla.Data.Formats;

namespace Nabla.Tests.Data.Formats;

/// <summary>A picture of tests/golden/pictures with the pixels that libjpeg-turbo and Pillow decode it to.</summary>
internal sealed record GoldenPicture(string Path, RasterImage Image)
{
    private static readonly Lazy<Dictionary<string, GoldenPicture>> s_all = new(Load);

    public static IEnumerable<string> NamesWith(string extension) =>
        s_all.Value.Keys.Where(name => name.EndsWith(extension, StringComparison.Ordinal));

    public static GoldenPicture Named(string name) => s_all.Value[name];

    /// <summary>The largest distance of a sample, with the extents compared first.</summary>
    public int DistanceTo(RasterImage other)
    {
        Assert.Equal((Image.Width, Image.Height, Image.Channels), (other.Width, other.Height, other.Channels));
        return Image.Pixels.Zip(other.Pixels, (a, b) => Math.Abs(a - b)).Max();
    }

    private static Dictionary<string, GoldenPicture> Load()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(InRepository(folder)))
        {
            folder = folder.Parent;
        }

        Assert.SkipWhen(folder is null, "The golden files lie in the repository, which is not above the tests.");
        string pictures = InRepository(folder!);
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(System.IO.Path.Combine(pictures, "pictures.json")));
        return document.RootElement.EnumerateArray().Select(item => Read(pictures, item))
            .ToDictionary(picture => System.IO.Path.GetFileName(picture.Path));
    }

    private static string InRepository(DirectoryInfo folder) =>
        System.IO.Path.Combine(folder.FullName, "tests", "golden", "pictures");

    private static GoldenPicture Read(string folder, JsonElement item)
    {
        int Number(string name) => item.GetProperty(name).GetInt32();
        byte[] pixels = new byte[Number("width") * Number("height") * Number("channels")];
        using var stream = new ZLibStream(
            new MemoryStream(item.GetProperty("pixels").GetBytesFromBase64()), CompressionMode.Decompress);
        stream.ReadExactly(pixels);
        return new GoldenPicture(
            System.IO.Path.Combine(folder, item.GetProperty("file").GetString()!),
            new RasterImage(Number("width"), Number("height"), Number("channels"), pixels));
    }
}
