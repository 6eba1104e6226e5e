namespace Nabla.Studio.Tests.Runs;

public sealed class RunRecordTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WhatIsSaved_IsLoadedAgain()
    {
        RunRecord run = TinyRun.Record(new RunRecorder(TinyRun.Pictures()), epochs: 1) with
        {
            Epochs = [new RunEpoch(1, [new RunValue("loss", double.NaN)], [], double.PositiveInfinity, 1, 2)],
        };
        string file = Path.Combine(_folder, "run.json");

        run.Save(file);
        RunRecord loaded = RunRecord.Load(file);

        Assert.Equal(HtmlReport.Of(run), HtmlReport.Of(loaded));
        Assert.Equal(double.NaN, loaded.Epochs[0].Training[0].Value);
        Assert.Equal(double.PositiveInfinity, loaded.Epochs[0].LearningRate);
        Assert.Equal(run.Model.Edges, loaded.Model.Edges);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"title":""")]
    [InlineData("""{"epochs":null}""")]
    [InlineData("""{"epochs":[{"epoch":"x"}]}""")]
    public void AFileThatIsNone_IsRefused(string text)
    {
        string file = Path.Combine(_folder, "run.json");
        File.WriteAllText(file, text);

        var exception = Assert.Throws<InvalidFileException>(() => RunRecord.Load(file));

        Assert.Contains("Use a file that RunRecord.Save or RunRecorder wrote.", exception.Message);
    }
}
