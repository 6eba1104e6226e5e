using System.Diagnostics;

namespace Nabla.Cli.Tests.Commands;

/// <summary>The real thing: processes that are killed while they train.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 5;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ARunThatIsKilledAgainAndAgain_EndsInTheSameWeights()
    {
        string data = TinyTable.Write(_folder["plants.csv"], rows: 600);
        Outcome.Of(Line(data, "whole")).AssertSucceeds();

        var random = new Random(1);
        for (int i = 0; i < Kills; i++)
        {
            Kill(i == 0 ? Line(data, "run") : ["resume", _folder["run"]], wait: random.Next(150));
        }

        // Whatever the last one was doing, every file that has its final name is whole.
        Assert.All(Checkpoints.In(_folder["run/checkpoints"]), file => Model.Load(file));
        Outcome.Of("resume", _folder["run"]).AssertSucceeds();
        Assert.Equal(
            Model.Load(_folder["whole/model.nabla"]).WeightsSha256(),
            Model.Load(_folder["run/model.nabla"]).WeightsSha256());
        Assert.DoesNotContain(
            Directory.GetFiles(_folder["run"], "*", SearchOption.AllDirectories),
            file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private string[] Line(string data, string run) =>
    [
        "train", data, "--target", "species", "--epochs", "400", "--patience", "400", "--checkpoint-steps", "20",
        "--output", _folder[run],
    ];

    // Waits until the process trains, as its next checkpoint shows, then a moment longer.
    private void Kill(string[] line, int wait)
    {
        string assembly = typeof(NablaCommand).Assembly.Location;
        ProcessStartInfo start = new("dotnet", [assembly, .. line])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string? before = Newest();
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var patience = Stopwatch.StartNew();
        while (Newest() == before && !process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(20))
        {
            Thread.Sleep(5);
        }

        Thread.Sleep(wait);
        process.Kill();
        process.WaitForExit();
    }

    private string? Newest() => Checkpoints.In(_folder["run/checkpoints"]) is [string newest, ..] ? newest : null;
}
