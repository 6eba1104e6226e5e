using Nabla.Data.Formats;

namespace Nabla.Cli.Tests.Commands;

public sealed class PredictTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private const int Extent = TinyMnist.Extent;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void APng_IsRecognised()
    {
        PngWriter.Save(_folder["seven.png"], TinyMnist.Picture(7));

        AssertSays(7, Predict(_folder["seven.png"]));
    }

    [Fact]
    public void APgm_IsRecognised()
    {
        File.WriteAllBytes(_folder["three.pgm"], [.. "P5 28 28 255\n"u8, .. TinyMnist.Image(3)]);

        AssertSays(3, Predict(_folder["three.pgm"]));
    }

    [Fact]
    public void DarkInkOnLightPaper_IsTheSameDigit()
    {
        RasterImage inverted = new(Extent, Extent, 1, [.. TinyMnist.Image(5).Select(pixel => (byte)(255 - pixel))]);
        PngWriter.Save(_folder["five.png"], inverted);

        AssertSays(5, Predict(_folder["five.png"]));
    }

    [Fact]
    public void AnImageOfTheTestSet_IsShownWithItsLabel()
    {
        Outcome outcome = Outcome.Of("predict", trained.File, "42", "--data", trained.Data).AssertSucceeds();

        AssertSays(2, outcome);
        Assert.Contains("which is right", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100")]
    [InlineData("-1")]
    public void AnImageThatTheTestSetDoesNotHave_IsSaid(string index) =>
        Outcome.Of("predict", trained.File, index, "--data", trained.Data)
            .AssertFails(ExitCode.Usage, "examples 0 to 99", index);

    [Fact]
    public void AnImageOfAnotherSize_IsScaled()
    {
        byte[] large = new byte[90 * 70 * 3];
        large.AsSpan().Fill(250);
        large.AsSpan(3 * ((70 * 30) + 10), 3 * 50).Fill(10);
        PngWriter.Save(_folder["large.png"], new RasterImage(70, 90, 3, large));

        Predict(_folder["large.png"]).AssertSucceeds();
    }

    [Fact]
    public void ABlankPicture_IsSaid()
    {
        PngWriter.Save(_folder["blank.png"], new RasterImage(40, 40, 1, new byte[1600]));

        Predict(_folder["blank.png"]).AssertFails(ExitCode.Failure, "blank");
    }

    [Fact]
    public void APictureThatIsNone_IsSaid()
    {
        File.WriteAllText(_folder["note.png"], "not a picture");

        Predict(_folder["note.png"]).AssertFails(ExitCode.Failure, "note.png", "this is no PNG");
    }

    [Fact]
    public void AFolder_IsSaid() => Predict(_folder.FullName).AssertFails(ExitCode.Usage, "is a folder");

    [Fact]
    public void APictureThatIsNotThere_IsSaid() =>
        Predict(_folder["none.png"]).AssertFails(ExitCode.Failure, "none.png");

    [Fact]
    public void AModelOfSomethingElse_IsRefused()
    {
        Sequential model = new() { new Dense(1) };
        model.Build(2);
        model.Save(_folder["other.nabla"]);

        Outcome.Of("predict", _folder["other.nabla"], "0", "--data", trained.Data)
            .AssertFails(ExitCode.Failure, "other.nabla", "[2]", "[28, 28]");
    }

    private Outcome Predict(string image) => Outcome.Of("predict", trained.File, image);

    private static void AssertSays(int digit, Outcome outcome) =>
        Assert.Contains($"\n{digit} with ", outcome.AssertSucceeds().Output, StringComparison.Ordinal);
}
