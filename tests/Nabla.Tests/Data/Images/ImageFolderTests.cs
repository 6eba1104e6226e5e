using Nabla.Data.Formats;
using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Data.Images;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FoldersAreClassesInOrder()
    {
        Save("zebra/b.png", 2, 1, 30, 40);
        Save("zebra/a.png", 2, 1, 10, 20);
        Save("ant/deep/within.bin", 2, 1, 1, 2);
        Directory.CreateDirectory(_folder[".hidden"]);
        File.WriteAllText(_folder["zebra/.DS_Store"], "x");
        var reports = new List<ImageFolderProgress>();

        ImageFolder images = Load(new() { Channels = 1 }, new Recorder(reports));

        Assert.Equal(["ant", "zebra"], images.ClassNames);
        Assert.Equal(["within.bin", "a.png", "b.png"], images.Files.Select(Path.GetFileName));
        Batch batch = images.Examples.Read([0, 1, 2]);
        Assert.Equal(new TensorSpec(DType.UInt8, [3, 1, 2, 1]), batch.Inputs[0].Spec);
        Assert.Equal([1, 2, 10, 20, 30, 40], batch.Inputs[0].ToArray<byte>());
        Assert.Equal([0, 1, 1], batch.Targets[0].ToArray<int>());
        Assert.Empty(images.Skipped);
        Assert.Equal(3, reports.Count);
        Assert.Contains(new ImageFolderProgress(3, 3), reports);
    }

    [Fact]
    public void TheFirstFileThatCannotBeReadIsNamed()
    {
        for (int i = 0; i < 40; i++)
        {
            Save($"a/{i:D2}.png", 1, 1, (byte)i);
        }

        File.WriteAllText(_folder["a/17.png"], "no picture");
        File.WriteAllText(_folder["a/33.png"], "no picture");
        var exception = Assert.Throws<InvalidFileException>(() => Load());
        Assert.Contains("17.png", exception.Message, StringComparison.Ordinal);

        ImageFolder images = Load(new() { Channels = 1, SkipUnreadable = true });
        Assert.Equal(["17.png", "33.png"], images.Skipped.Select(skipped => Path.GetFileName(skipped.Path)));
        Assert.Contains("this is no", images.Skipped[0].Reason, StringComparison.Ordinal);
        Assert.Equal(38, images.Examples.Count);
        Assert.Equal(39, images.Examples.Read([37]).Inputs[0].ToArray<byte>()[0]);
    }

    [Fact]
    public void ImagesOfOtherSizesAreRefusedSkippedOrResized()
    {
        File.WriteAllText(Created("a/0.txt"), "no picture");
        Save("a/1.png", 2, 2, 8, 8, 8, 8);
        Save("a/2.png", 4, 2, 0, 0, 100, 100, 0, 0, 100, 100);
        var exception = Assert.Throws<InvalidFileException>(() => Load(new() { SkipUnreadable = false }));
        Assert.Contains("0.txt", exception.Message, StringComparison.Ordinal);
        File.Delete(_folder["a/0.txt"]);
        exception = Assert.Throws<InvalidFileException>(() => Load());
        Assert.Contains("the picture is 4x2 where others are 2x2", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Give Height and Width", exception.Message, StringComparison.Ordinal);
        Assert.Single(Load(new() { SkipUnreadable = true }).Skipped);

        byte[] Second(ImageFit fit, Interpolation interpolation = Interpolation.Nearest) => Load(new()
        {
            Height = 2,
            Width = 2,
            Channels = 1,
            Fit = fit,
            Interpolation = interpolation,
            FillValue = 7,
        }).Examples.Read([1]).Inputs[0].ToArray<byte>();
        Assert.Equal([0, 100, 0, 100], Second(ImageFit.Stretch));
        Assert.Equal([0, 100, 0, 100], Second(ImageFit.Crop));
        Assert.Equal([0, 100, 7, 7], Second(ImageFit.Pad));
        Assert.Equal([14, 86, 14, 86], Second(ImageFit.Stretch, Interpolation.Bilinear));
    }

    [Fact]
    public void MissingClassesAreToldClearly()
    {
        Assert.Throws<DirectoryNotFoundException>(() => ImageFolder.Load(_folder["nowhere"]));
        Assert.Contains(
            "there are no classes", Assert.Throws<InvalidFileException>(() => Load()).Message,
            StringComparison.Ordinal);
        Save("full/1.png", 1, 1, 8);
        Directory.CreateDirectory(_folder["empty"]);
        var exception = Assert.Throws<InvalidFileException>(() => Load());
        Assert.Contains("The class 'empty'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("remove its folder", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneOddPictureAtTheBeginningIsTheOddOne()
    {
        Save("a/0.png", 3, 1, 1, 2, 3);
        for (int i = 1; i < 8; i++)
        {
            Save($"a/{i}.png", 2, 1, 1, 2);
        }

        Assert.Contains("0.png", Assert.Throws<InvalidFileException>(() => Load(new() { Channels = 1 })).Message);
        ImageFolder kept = Load(new() { Channels = 1, SkipUnreadable = true });
        Assert.Equal((7, 1), (kept.Examples.Count, kept.Skipped.Count));
    }

    [Fact]
    public void SizesNoArrayHoldsAreRefused()
    {
        Save("a/0.png", 3, 1, 1, 2, 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageFolder.Read(
            _folder["a/0.png"], new() { Height = 60_000, Width = 60_000 }));
        Assert.Throws<ArgumentException>(() => Load(new() { Fit = (ImageFit)9 }));
    }

    [Fact]
    public void LabelsAreThoseOfTheClassesThatAreGiven()
    {
        Save("a/1.png", 1, 1, 1);
        Save("c/1.png", 1, 1, 3);
        ImageFolderOptions options = new() { Channels = 1, ClassNames = ["a", "b", "c"] };
        ImageFolder images = ImageFolder.Load(_folder.FullName, options);
        Assert.Equal(["a", "b", "c"], images.ClassNames);
        Assert.Equal([0, 2], images.Examples.Read([0, 1]).Targets[0].ToArray<int>());

        Assert.Contains("'c'", Assert.Throws<InvalidFileException>(
            () => ImageFolder.Load(_folder.FullName, options with { ClassNames = ["a", "b"] })).Message);
        Assert.Throws<ArgumentException>(
            () => ImageFolder.Load(_folder.FullName, options with { ClassNames = ["a", "a"] }));
        Assert.Contains("There is no folder", Assert.Throws<DirectoryNotFoundException>(
            () => ImageFolder.Load(_folder["nowhere"])).Message);
        Assert.Contains("is a file", Assert.Throws<DirectoryNotFoundException>(
            () => ImageFolder.Load(_folder["a/1.png"])).Message);
    }

    [Fact]
    public void LinksDoNotLeadInCircles()
    {
        Save("a/1.png", 1, 1, 8);
        Directory.CreateSymbolicLink(_folder["a/circle"], _folder["a"]);
        File.CreateSymbolicLink(_folder["a/2.png"], _folder["a/1.png"]);
        Assert.Equal(2, Load().Examples.Count);
    }

    [Fact]
    public void GrayAndColoredImagesGoTogether()
    {
        Save("a/1.png", 1, 1, 8);
        PngWriter.Save(Created("a/2.png"), new RasterImage(1, 1, 4, [10, 20, 30, 255]));
        Assert.Equal([8, 8, 8, 10, 20, 30], Load().Examples.Read([0, 1]).Inputs[0].ToArray<byte>());
    }

    [Fact]
    public void OptionsThatContradictEachOtherAreRefused()
    {
        Save("a/1.png", 1, 1, 8);
        Assert.Contains("both a Height and a Width", Assert.Throws<ArgumentException>(
            () => Load(new() { Height = 3 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Load(new() { Channels = 2 }));
    }

    [Fact]
    public void ReadingCanBeCancelled()
    {
        Save("a/1.png", 1, 1, 8);
        Assert.Throws<OperationCanceledException>(
            () => ImageFolder.Load(_folder["."], cancellation: new CancellationToken(canceled: true)));
    }

    private ImageFolder Load(ImageFolderOptions? options = null, IProgress<ImageFolderProgress>? progress = null) =>
        ImageFolder.Load(_folder["."], options, progress, TestContext.Current.CancellationToken);

    private void Save(string name, int width, int height, params byte[] pixels) =>
        PngWriter.Save(Created(name), new RasterImage(width, height, 1, pixels));

    private string Created(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        return _folder[name];
    }

    private sealed class Recorder(List<ImageFolderProgress> reports) : IProgress<ImageFolderProgress>
    {
        public void Report(ImageFolderProgress value)
        {
            lock (reports)
            {
                reports.Add(value);
            }
        }
    }
}
