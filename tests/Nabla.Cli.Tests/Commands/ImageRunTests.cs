using Nabla.Data.Formats;

namespace Nabla.Cli.Tests.Commands;

/// <summary>Train, evaluate and predict, with folders of images.</summary>
public sealed class ImageRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public ImageRunTests() => _data = TinyPictures.Write(_folder["pictures"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ARun_Learns_AndItsModelIsAskedAboutFoldersAndFiles()
    {
        string output = Train("--epochs", "10", "--augment").AssertSucceeds().Output;
        Assert.Contains(
            "pictures: 60 images of 6x6 coloured pixels, 2 classes (dark 30, light 30)", output,
            StringComparison.Ordinal);

        string model = _folder["run/model.nabla"];
        Outcome.Of("evaluate", model, _data).AssertSays("model    100.00 %");
        string[] lines = Outcome.Of("predict", model, _data).AssertSucceeds().Output.Split('\n');
        Assert.Equal("file,predicted class,probability of dark,probability of light", lines[0]);
        Assert.All(lines[1..31], line => Assert.Contains(",dark,", line, StringComparison.Ordinal));
        Assert.All(lines[31..61], line => Assert.Contains(",light,", line, StringComparison.Ordinal));

        PngWriter.Save(_folder["other.png"], new RasterImage(9, 4, 1, [.. Enumerable.Repeat((byte)210, 36)]));
        Outcome.Of("predict", model, _folder["other.png"]).AssertSays(",light,");
    }

    [Fact]
    public void SizeAndGrey_MakeTheInputsOfTheModel()
    {
        Train("--epochs", "2", "--size", "4x3", "--grey").AssertSucceeds();

        Assert.Equal([3, 4, 1], Model.Load(_folder["run/model.nabla"]).InputShape!.Value);
    }

    [Fact]
    public void AConfiguration_RepeatsTheRunToTheBit()
    {
        Train("--epochs", "3", "--augment", "--dropout", "0.2").AssertSucceeds();
        Outcome.Of("train", "--configuration", _folder["run/configuration.json"], "--output", _folder["again"])
            .AssertSucceeds();

        Assert.Equal(
            Model.Load(_folder["run/model.nabla"]).WeightsSha256(),
            Model.Load(_folder["again/model.nabla"]).WeightsSha256());
    }

    [Fact]
    public void ADamagedPicture_IsRefused_OrSkippedAndSaid()
    {
        File.WriteAllText(Path.Combine(_data, "dark", "note.png"), "no picture");

        Train("--epochs", "2").AssertFails(ExitCode.Failure, "note.png");
        string output = Train("--epochs", "2", "--on-error", "skip").AssertSucceeds().Output;
        Assert.Contains("1 file left out", output, StringComparison.Ordinal);
        Assert.Contains("note.png", output, StringComparison.Ordinal);
    }

    [Fact]
    public void APictureOfAnotherSize_IsSaid()
    {
        PngWriter.Save(Path.Combine(_data, "dark", "zz.png"), new RasterImage(8, 5, 1, new byte[40]));

        Train("--epochs", "2").AssertFails(ExitCode.Failure, "zz.png", "8x5", "6x6", "Give --size");
        Train("--epochs", "2", "--size", "6").AssertSucceeds();
    }

    [Fact]
    public void AFolderWithoutClasses_IsSaid() => Outcome.Of("train", Path.Combine(_data, "dark"))
        .AssertFails(ExitCode.Failure, "has no folders");

    [Fact]
    public void AFolderWithOneClass_IsSaid()
    {
        Directory.Delete(Path.Combine(_data, "light"), recursive: true);

        Train().AssertFails(ExitCode.Failure, "one class, 'dark'");
    }

    [Fact]
    public void AClassWithoutPictures_IsSaid()
    {
        Directory.CreateDirectory(Path.Combine(_data, "none"));

        Train().AssertFails(ExitCode.Failure, "'none'", "no images");
    }

    [Fact]
    public void AnOptionOfTables_IsRefused() =>
        Train("--target", "x").AssertFails(ExitCode.Usage, "--target is about tables");

    [Fact]
    public void AClassThatIsUnknown_CannotBeEvaluated()
    {
        Train("--epochs", "2").AssertSucceeds();
        Directory.Move(Path.Combine(_data, "dark"), Path.Combine(_data, "dim"));

        Outcome.Of("evaluate", _folder["run/model.nabla"], _data).AssertFails(ExitCode.Failure, "'dim'", "dark, light");
    }

    private Outcome Train(params string[] options) =>
        Outcome.Of(["train", _data, "--output", _folder["run"], .. options]);
}
