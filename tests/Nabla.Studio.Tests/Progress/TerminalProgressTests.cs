using Spectre.Console;

namespace Nabla.Studio.Tests.Progress;

public sealed class TerminalProgressTests
{
    [Fact]
    public void AWatchedLine_IsOverwritten_AndEachEpochIsARowOfATable()
    {
        string text = Train(isWatched: true);

        Assert.StartsWith("\r\u001b[Kepoch 1/2 ", text);
        string[] lines = Lines(text);
        Assert.Equal(
            ["epoch", "loss", "accuracy", "val", "loss", "val", "accuracy", "time", "images/s", "left"],
            lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(3, lines.Length);
        Assert.All(lines.Skip(1).Index(), line => Assert.StartsWith($"   {line.Index + 1}/2   ", line.Item));
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
    }

    [Fact]
    public void AnUnwatchedOutput_GetsOneLineAnEpoch()
    {
        string[] lines = Train(isWatched: false).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        Assert.StartsWith("epoch 2/2   loss ", lines[1]);
        Assert.Matches("val accuracy [0-9.]+ %   time .* images/s [0-9,]+   left", lines[1]);
        Assert.DoesNotContain(lines[1], char.IsControl);
    }

    [Fact]
    public void TrainingThatACallbackEnds_SaysWhy()
    {
        using StringWriter output = new();
        Trainer trainer = TinyRun.Trainer();
        trainer.Callbacks.Add(new EarlyStopping(patience: 2, minDelta: 1e6));
        trainer.Fit(TinyRun.Pictures(), epochs: 50, progress: new TerminalProgress(Console(output, 80)));

        Assert.EndsWith(
            "stopped after epoch 3: the loss was best in epoch 1 and not better for 2 epochs since; its weights are "
            + "back",
            output.ToString().TrimEnd());
    }

    [Fact]
    public void WithoutATerminal_NothingIsOverwritten() =>
        Assert.DoesNotContain("\u001b", Train(isWatched: null));

    [Fact]
    public void ALineNeverWraps()
    {
        string text = Train(isWatched: true, width: 20);

        string[] running =
        [
            .. text.Split("\r\u001b[K").Where(part => part.StartsWith("epoch 1/2 ", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(running);
        Assert.All(running, line => Assert.InRange(line.Length, 1, 19));
    }

    [Fact]
    public void Closing_ClearsTheLineOnce()
    {
        using StringWriter output = new();
        TerminalProgress progress = new(Console(output, 80), isWatched: true);
        progress.Report(Running());
        int before = output.ToString().Length;

        progress.Close();
        progress.Close();

        Assert.Equal("\r\u001b[K", output.ToString()[before..]);
    }

    [Fact]
    public void ASparkline_RisesFromTheSmallestToTheLargest()
    {
        var line = new Sparkline(4);
        Array.ForEach([9.0, 1, 1.5, double.NaN, 2], line.Add);

        Assert.Equal("▁▅?█", line.ToString());
        Assert.Equal("", new Sparkline(3).ToString());
    }

    private static string[] Lines(string text) =>
    [
        .. text.Split(Environment.NewLine)
            .Select(line => line.Split("\u001b[K")[^1])
            .Where(line => line.Length > 0),
    ];

    private static TrainingProgress Running()
    {
        TrainingProgress? seen = null;
        Trainer trainer = TinyRun.Trainer();
        trainer.Fit(TinyRun.Pictures(), epochs: 1, progress: new Spy(value => seen ??= value));
        return seen!;
    }

    private static string Train(bool? isWatched, int width = 200)
    {
        using StringWriter output = new();
        TerminalProgress progress = new(Console(output, width), isWatched) { Unit = "images" };
        TinyRun.Trainer().Fit(
            TinyRun.Pictures(), epochs: 2, batchSize: 7, validation: TinyRun.Pictures(), progress: progress);
        return output.ToString();
    }

    private static IAnsiConsole Console(StringWriter output, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        return console;
    }

    private sealed class Spy(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
