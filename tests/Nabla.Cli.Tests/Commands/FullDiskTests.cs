namespace Nabla.Cli.Tests.Commands;

/// <summary>Disks that fill up, and streams that close, while a run goes on.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public FullDiskTests() => _data = TinyTable.Write(_folder["plants.csv"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ACheckpointThatCannotBeWritten_IsAWarning_AndTrainingGoesOn()
    {
        using var output = new FirstEpoch(() =>
        {
            Directory.Delete(_folder["run/checkpoints"], recursive: true);
            File.WriteAllText(_folder["run/checkpoints"], "no folder any more");
        });
        Outcome outcome = Outcome.Of(
            ["train", _data, "--target", "species", "--epochs", "6", "--output", _folder["run"]], output,
            CancellationToken.None);

        Assert.Equal(ExitCode.Success, outcome.Code);
        Assert.Contains("nabla: warning: No checkpoint was written", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("warning: No checkpoint", File.ReadAllText(_folder["run/log"]), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["run/model.nabla"]));
    }

    [Fact]
    public void AnErrorStreamThatIsFull_ChangesNothing()
    {
        using var full = new FullStream();
        Terminal terminal = new(TextWriter.Null, full, isInteractive: false);

        Assert.Equal(ExitCode.Usage, NablaCommand.Run(["train", _data], terminal, CancellationToken.None));
        Assert.Equal(ExitCode.Failure, NablaCommand.Run(["summary", "none.nabla"], terminal, CancellationToken.None));
    }

    private sealed class FullStream : StringWriter
    {
        public override void WriteLine(string? value) => throw new IOException("No space left on device");
    }

    private sealed class FirstEpoch(Action act) : StringWriter
    {
        private bool _isDone;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (!_isDone && value?.StartsWith("epoch", StringComparison.Ordinal) == true)
            {
                _isDone = true;
                act();
            }
        }
    }
}
