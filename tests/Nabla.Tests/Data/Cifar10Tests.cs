using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Data;

public sealed class Cifar10Tests
{
    private const int Record = 3073;

    [Fact]
    public void ChannelsOfAPixelLieTogether()
    {
        using TemporaryFolder folder = Written();

        var cifar = Cifar10.Load(folder.FullName);

        Assert.Equal(10, cifar.Train.Count);
        Assert.Equal(2, cifar.Test.Count);
        (Tensor image, Tensor label) = cifar.Test[1];
        Assert.Equal<Shape>([32, 32, 3], image.Shape);
        Assert.Equal(1, label.Item<int>());
        float[] pixel = image[31, 31].ToArray();
        Assert.All(new[] { 51, 102, 153 }.Index(), x => Assert.Equal(x.Item / 255f, pixel[x.Index], 1e-6f));
        Assert.Equal("automobile", Cifar10.Classes[1]);
    }

    [Fact]
    public void FilesThatAreNotThereAreNamed()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(
            "data_batch_1.bin to data_batch_5.bin",
            Assert.Throws<FileNotFoundException>(() => Cifar10.Load(folder.FullName)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedFilesAreNamed()
    {
        using TemporaryFolder folder = Written();
        File.WriteAllBytes(folder["test_batch.bin"], new byte[Record - 1]);
        Assert.Contains(
            "whole number of records",
            Assert.Throws<InvalidFileException>(() => Cifar10.Load(folder.FullName)).Message,
            StringComparison.Ordinal);
        byte[] wrong = new byte[Record];
        wrong[0] = 10;
        File.WriteAllBytes(folder["test_batch.bin"], wrong);
        Assert.Contains(
            "label is 10",
            Assert.Throws<InvalidFileException>(() => Cifar10.Load(folder.FullName)).Message,
            StringComparison.Ordinal);
    }

    // Image i of each file has label i, and reds of 51, greens of 102, blues of 153.
    private static TemporaryFolder Written()
    {
        var folder = new TemporaryFolder();
        byte[] bytes = new byte[2 * Record];
        for (int i = 0; i < bytes.Length; i++)
        {
            int at = i % Record;
            bytes[i] = (byte)(at == 0 ? i / Record : 51 * (1 + ((at - 1) / 1024)));
        }

        foreach (string name in (string[])[.. Enumerable.Range(1, 5).Select(i => $"data_batch_{i}"), "test_batch"])
        {
            File.WriteAllBytes(folder[$"{name}.bin"], bytes);
        }

        return folder;
    }
}
