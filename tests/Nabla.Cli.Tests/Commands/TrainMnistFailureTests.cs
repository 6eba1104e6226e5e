namespace Nabla.Cli.Tests.Commands;

public sealed class TrainMnistFailureTests : IDisposable
{
    private static readonly byte[] s_savedBefore = [1, 2, 3];

    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public TrainMnistFailureTests()
    {
        _data = TinyMnist.Write(_folder["data"]);
        File.WriteAllBytes(_folder["digits.nabla"], s_savedBefore);
    }

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
        AssertSavedModelIsIntact();
    }

    [Theory]
    [InlineData("--output", "missing/digits.nabla", "folder does not exist")]
    [InlineData("--output", "data", "That is a folder")]
    [InlineData("--report", "missing/report.json", "folder does not exist")]
    [InlineData("--page", "missing/page.html", "folder does not exist")]
    public void AFileThatCannotBeWritten_IsKnownBeforeTraining(string option, string name, string problem)
    {
        Outcome outcome = Outcome.Of("train", "mnist", "--data", _data, option, _folder[name]);

        outcome.AssertFails(ExitCode.Failure, $"Cannot write '{_folder[name]}'", problem);
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public void TwoThingsInOneFile_AreRefused()
    {
        Train("--report", _folder["digits.nabla"])
            .AssertFails(ExitCode.Usage, "--output and --report name one file");
        AssertSavedModelIsIntact();
    }

    [Fact]
    public void AFullDisk_IsSaid()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only some systems have a disk that is always full.");

        Outcome.Of("train", "mnist", "--data", _data, "--epochs", "1", "--output", "/dev/full")
            .AssertFails(ExitCode.Failure, "/dev/full", "disk is full");
    }

    [Fact]
    public void ALossThatIsNoNumber_StopsTrainingAndSavesNothing()
    {
        Train("--optimizer", "sgd", "--rate", "1e30", "--epochs", "3").AssertFails(ExitCode.Failure, "step");
        AssertSavedModelIsIntact();
    }

    [Fact]
    public void AnInterruption_StopsBetweenStepsAndKeepsTheModelThatWasThere()
    {
        Outcome outcome = Interrupted("--output", _folder["digits.nabla"]);

        outcome.AssertFails(ExitCode.Interrupted, "interrupted after", "of 100000 epochs", "digits.interrupted.nabla");
        AssertSavedModelIsIntact();
        Assert.Equal(12_730, Model.Load(_folder["digits.interrupted.nabla"]).ParameterCount);
    }

    [Fact]
    public void AnInterruption_SavesUnderTheNameGiven_IfNothingWasThere()
    {
        Interrupted("--output", _folder["new.nabla"]).AssertFails(ExitCode.Interrupted, "new.nabla");

        Assert.Equal(12_730, Model.Load(_folder["new.nabla"]).ParameterCount);
        Assert.Equal(["data", "digits.nabla", "new.nabla"], _folder.FileNames());
    }

    private Outcome Train(params string[] options) =>
        Outcome.Of(["train", "mnist", "--data", _data, "--output", _folder["digits.nabla"], .. options]);

    private Outcome Interrupted(params string[] options)
    {
        using CancellationTokenSource stop = new();
        using StopsAtFirstEpoch output = new(stop);
        string[] line = ["train", "mnist", "--data", _data, "--hidden", "16", "--epochs", "100000", .. options];
        return Outcome.Of(line, output, stop.Token);
    }

    private void AssertSavedModelIsIntact() => Assert.Equal(s_savedBefore, File.ReadAllBytes(_folder["digits.nabla"]));

    /// <summary>Presses Ctrl-C, as it were, as soon as an epoch is shown.</summary>
    private sealed class StopsAtFirstEpoch(CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith("epoch", StringComparison.Ordinal) == true)
            {
                stop.Cancel();
            }
        }
    }
}
