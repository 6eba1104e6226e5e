namespace Nabla.Cli.Tests.Commands;

public sealed class TrainMnistFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public TrainMnistFailureTests() => _data = TinyMnist.Write(_folder["data"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void MissingData_IsSaidWithThePlaces() =>
        Outcome.Of("train", "mnist", "--data", _folder["nowhere"]).AssertFails(ExitCode.Failure, _folder["nowhere"]);

    [Fact]
    public void DamagedData_IsSaidWithTheFile()
    {
        string file = Path.Combine(_data, "train-images-idx3-ubyte");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..1000]);

        Train("--epochs", "1").AssertFails(ExitCode.Failure, file);
        Assert.False(Directory.Exists(_folder["run"]));
    }

    [Theory]
    [InlineData("--report", "missing/report.json", "folder does not exist")]
    [InlineData("--page", "missing/page.html", "folder does not exist")]
    [InlineData("--page", "data", "That is a folder")]
    public void AFileThatCannotBeWritten_IsKnownBeforeTraining(string option, string name, string problem)
    {
        Outcome outcome = Train(option, _folder[name]);

        outcome.AssertFails(ExitCode.Failure, $"Cannot write '{_folder[name]}'", problem);
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public void AFolderThatHoldsOtherThings_IsLeftAlone() =>
        Outcome.Of("train", "mnist", "--data", _data, "--output", _data)
            .AssertFails(ExitCode.Usage, "has other files and is no folder of a run");

    [Fact]
    public void TwoThingsInOneFile_AreRefused() => Train("--report", _folder["one"], "--page", _folder["one"])
        .AssertFails(ExitCode.Usage, "--report and --page name one file");

    [Fact]
    public void ALossThatIsNoNumber_StopsTrainingAndSavesNothing()
    {
        Train("--optimizer", "sgd", "--rate", "1e30", "--epochs", "3").AssertFails(ExitCode.Failure, "step");
        Assert.False(File.Exists(_folder["run/model.nabla"]));
    }

    [Fact]
    public void AnInterruption_StopsBetweenSteps_AndResumeEndsInTheSameWeights()
    {
        string[] options = ["--hidden", "16", "--epochs", "6", "--dropout", "0.1"];
        Train(options).AssertSucceeds();
        string whole = Model.Load(_folder["run/model.nabla"]).WeightsSha256();
        Directory.Delete(_folder["run"], recursive: true);
        using CancellationTokenSource stop = new();
        using StopsAtFirstEpoch output = new(stop);
        Outcome.Of([.. Line, .. options], output, stop.Token)
            .AssertFails(ExitCode.Interrupted, "interrupted after", "1 of 6 epochs", $"nabla resume {_folder["run"]}");
        Assert.False(File.Exists(_folder["run/model.nabla"]));

        Outcome.Of("resume", _folder["run"]).AssertSays("goes on after 5 steps, 1 epochs");
        Assert.Equal(whole, Model.Load(_folder["run/model.nabla"]).WeightsSha256());
    }

    [Fact]
    public void OtherFilesThanTheRunBeganWith_AreRefused()
    {
        Train("--epochs", "1", "--images", "20").AssertSucceeds();
        File.Delete(_folder["run/result.json"]);
        string labels = Path.Combine(_data, "train-labels-idx1-ubyte");
        byte[] changed = File.ReadAllBytes(labels);
        changed[^1] ^= 1;
        File.WriteAllBytes(labels, changed);

        Outcome.Of("resume", _folder["run"]).AssertFails(ExitCode.Failure, _data, "has changed since the run began");
    }

    [Fact]
    public void AConfigurationOfASetThatNobodyKnows_IsSaid()
    {
        Train("--epochs", "1", "--images", "20").AssertSucceeds();
        string path = _folder["run/configuration.json"];
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"mnist\"", "\"mnits\"", StringComparison.Ordinal));

        Outcome.Of("train", "--configuration", path, "--output", _folder["again"])
            .AssertFails(ExitCode.Failure, "no data set 'mnits'", "mnist", "xor");
    }

    private string[] Line => ["train", "mnist", "--data", _data, "--output", _folder["run"]];

    private Outcome Train(params string[] options) => Outcome.Of([.. Line, .. options]);
}
