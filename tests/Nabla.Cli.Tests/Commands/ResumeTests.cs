using System.Globalization;

namespace Nabla.Cli.Tests.Commands;

public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _data;
    private readonly string _whole;

    public ResumeTests()
    {
        _data = TinyTable.Write(_folder["plants.csv"]);
        Outcome.Of(Line("whole")).AssertSucceeds();
        _whole = HashOf("whole");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(40)]
    public void ARunThatBroke_EndsInTheSameWeights(int epoch)
    {
        using var output = new Interruption(epoch, () => throw new IOException("The terminal is gone."));
        Assert.Equal(ExitCode.Failure, Outcome.Of(Line("run"), output, CancellationToken.None).Code);
        Assert.False(File.Exists(_folder["run/model.nabla"]));

        string text = Outcome.Of("resume", _folder["run"]).AssertSucceeds().Output;

        Assert.Contains("goes on after ", text, StringComparison.Ordinal);
        Assert.Equal(_whole, HashOf("run"));
        Assert.Equal(EpochsOf("whole"), EpochsOf("run"));
    }

    [Fact]
    public void AnInterruptedRun_SaysHowToGoOn_AndDoesSoAtThatStep()
    {
        using CancellationTokenSource stop = new();
        using var output = new Interruption(10, stop.Cancel);
        Outcome.Of(Line("run"), output, stop.Token)
            .AssertFails(ExitCode.Interrupted, "interrupted after", "of 40 epochs", $"nabla resume {_folder["run"]}");

        Outcome.Of("resume", _folder["run"]).AssertSays("goes on after 60 steps, 10 epochs");
        Assert.Equal(_whole, HashOf("run"));
    }

    [Fact]
    public void ARunThatIsComplete_IsLeftAlone()
    {
        DateTime written = File.GetLastWriteTimeUtc(_folder["whole/model.nabla"]);

        Outcome.Of("resume", _folder["whole"]).AssertSays("is complete");
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder["whole/model.nabla"]));
    }

    [Fact]
    public void ARunWithoutACheckpoint_BeginsAnew()
    {
        Outcome.Of(Line("run")).AssertSucceeds();
        File.Delete(_folder["run/result.json"]);
        File.Delete(_folder["run/model.nabla"]);
        Array.ForEach(Directory.GetFiles(_folder["run/checkpoints"]), File.Delete);

        Outcome.Of("resume", _folder["run"]).AssertSays("at the beginning");
        Assert.Equal(_whole, HashOf("run"));
    }

    [Fact]
    public void ARunThatDiedAfterItsLastEpoch_IsCompleted()
    {
        Outcome.Of(Line("run")).AssertSucceeds();
        File.Delete(_folder["run/result.json"]);
        File.Delete(_folder["run/model.nabla"]);
        File.Delete(_folder["run/report.html"]);

        Outcome.Of("resume", _folder["run"]).AssertSucceeds();
        Assert.Equal(_whole, HashOf("run"));
        Assert.True(File.Exists(_folder["run/report.html"]));
    }

    [Fact]
    public void ADamagedCheckpoint_IsPassedOverWithAWarning()
    {
        using var output = new Interruption(20, () => throw new IOException("The terminal is gone."));
        Outcome.Of(Line("run"), output, CancellationToken.None);
        string last = Checkpoints.In(_folder["run/checkpoints"])[0];
        File.WriteAllBytes(last, File.ReadAllBytes(last)[..100]);

        Outcome outcome = Outcome.Of("resume", _folder["run"]);
        Assert.Equal(ExitCode.Success, outcome.Code);
        Assert.Contains("nabla: warning: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(_whole, HashOf("run"));
    }

    [Fact]
    public void OtherData_AreRefused()
    {
        File.Delete(_folder["whole/result.json"]);
        TinyTable.Write(_data, seed: 2);

        Outcome.Of("resume", _folder["whole"]).AssertFails(ExitCode.Failure, _data, "has changed since the run began");
    }

    [Fact]
    public void DataThatAreGone_AreSaid()
    {
        File.Delete(_folder["whole/result.json"]);
        File.Delete(_data);

        Outcome.Of("resume", _folder["whole"]).AssertFails(ExitCode.Failure, _data);
    }

    [Fact]
    public void AFolderThatIsNoRun_IsSaid() =>
        Outcome.Of("resume", _folder.FullName).AssertFails(ExitCode.Usage, "no configuration.json");

    [Fact]
    public void ARunThatIsUnderWay_IsLeftAlone()
    {
        File.Delete(_folder["whole/result.json"]);
        using FileStream other = new(
            _folder["whole/.lock"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        Outcome.Of("resume", _folder["whole"]).AssertFails(ExitCode.Usage, "is under way in another process");
    }

    [Fact]
    public void AReport_IsWrittenOfARunThatBroke_WithItsEpochs()
    {
        using var output = new Interruption(12, () => throw new IOException("The terminal is gone."));
        Outcome.Of(Line("run"), output, CancellationToken.None);

        Outcome.Of("report", _folder["run"]).AssertSucceeds();
        Assert.Contains("<svg", File.ReadAllText(_folder["run/report.html"]), StringComparison.Ordinal);
    }

    private string[] Line(string run) =>
    [
        "train", _data, "--target", "species", "--epochs", "40", "--patience", "40", "--checkpoint-steps", "4",
        "--dropout", "0.2", "--output", _folder[run],
    ];

    private string HashOf(string run) => Model.Load(_folder[$"{run}/model.nabla"]).WeightsSha256();

    // Losses of all epochs: times differ.
    private string[] EpochsOf(string run) =>
        [.. File.ReadAllLines(_folder[$"{run}/history.csv"]).Skip(1).Select(line => line[line.IndexOf(',', 3)..])
            .Select(line => line[(line.IndexOf(',', 1) + 1)..])];

    /// <summary>Does something as soon as an epoch is shown.</summary>
    private sealed class Interruption(int epoch, Action act) : StringWriter(CultureInfo.InvariantCulture)
    {
        private bool _isDone;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (!_isDone && value?.StartsWith("epoch", StringComparison.Ordinal) == true
                && int.Parse(value.AsSpan(5, value.IndexOf('/') - 5), CultureInfo.InvariantCulture) >= epoch)
            {
                _isDone = true;
                act();
            }
        }
    }
}
