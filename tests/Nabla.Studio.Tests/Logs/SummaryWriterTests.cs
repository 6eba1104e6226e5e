using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Nabla.Data.Formats;

namespace Nabla.Studio.Tests.Logs;

public sealed class SummaryWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheFirstRecord_NamesTheVersion()
    {
        using var writer = new SummaryWriter(_folder);

        ILookup<int, byte[]> fields = EventFile.Fields(Assert.Single(EventFile.Records(writer.FilePath)));
        Assert.Equal("brain.Event:2", Encoding.UTF8.GetString(fields[3].Single()));
        double time = BinaryPrimitives.ReadDoubleLittleEndian(fields[1].Single());
        Assert.InRange(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - time, -2, 60);
    }

    [Fact]
    public void EveryRecord_IsThereBeforeTheFileIsClosed()
    {
        using var writer = new SummaryWriter(_folder);
        for (int step = 1; step <= 3; step++)
        {
            writer.AddScalar("loss", 1.5 * step, step * 1000);

            (long lastStep, string tag, ILookup<int, byte[]> fields) = EventFile.Values(writer.FilePath)[^1];
            Assert.Equal((step * 1000, "loss"), (lastStep, tag));
            Assert.Equal(1.5f * step, BinaryPrimitives.ReadSingleLittleEndian(fields[2].Single()));
        }
    }

    [Fact]
    public void AHistogram_HasGrowingLimitsAndAllElements()
    {
        using var writer = new SummaryWriter(_folder);
        writer.AddHistogram("w", Histogram.Of(Tensor.From([-1f, 0f, 0.5f, 3f])), 1);
        writer.AddHistogram("w", Histogram.Of(Tensor.From([2f, 2f])), 2);
        writer.AddHistogram("w", Histogram.Of(Tensor.From([float.NaN])), 3);

        var values = EventFile.Values(writer.FilePath);
        Assert.Equal([1L, 2L], values.Select(value => value.Step));
        ILookup<int, byte[]> first = EventFile.Fields(values[0].Fields[5].Single());
        Assert.Equal(
            [-1, 3, 4, 2.5, 10.25],
            Enumerable.Range(1, 5).Select(field => Math.Round(Doubles(first[field].Single())[0], 9)));
        double[] limits = Doubles(first[6].Single()), counts = Doubles(first[7].Single());
        Assert.Equal(limits.Distinct().Order(), limits);
        Assert.Equal((3, 4, limits.Length), (limits[^1], counts.Sum(), counts.Length));

        ILookup<int, byte[]> second = EventFile.Fields(values[1].Fields[5].Single());
        Assert.Equal([2.0], Doubles(second[6].Single()));
        Assert.Equal([2.0], Doubles(second[7].Single()));
    }

    [Fact]
    public void AnImage_IsAPng_AndATextHasItsPlugin()
    {
        using var writer = new SummaryWriter(_folder);
        writer.AddImage("picture", new RasterImage(3, 2, 1, [1, 2, 3, 4, 5, 6]), 1);
        writer.AddText("note", "learned *well*", 2);

        var values = EventFile.Values(writer.FilePath);
        ILookup<int, byte[]> image = EventFile.Fields(values[0].Fields[4].Single());
        Assert.Equal(
            [2, 3, 1], Enumerable.Range(1, 3).Select(i => BinaryPrimitives.ReadInt64LittleEndian(image[i].Single())));
        Assert.Equal("PNG", Encoding.ASCII.GetString(image[4].Single()[1..4]));
        Assert.Contains("learned *well*", Encoding.UTF8.GetString(values[1].Fields[8].Single()));
        Assert.Contains("text", Encoding.UTF8.GetString(values[1].Fields[9].Single()));
    }

    private static double[] Doubles(byte[] content) => MemoryMarshal.Cast<byte, double>(content).ToArray();
}
