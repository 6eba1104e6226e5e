using Spectre.Console;

namespace Nabla.Studio;

/// <summary>
/// Shows in a terminal how training goes: a row an epoch and, where somebody watches, one below that keeps changing.
/// </summary>
/// <remarks>
/// In a file, a pipe or a terminal that cannot overwrite (<c>TERM=dumb</c>) there is one plain line an epoch.
/// </remarks>
/// <example><code>
/// trainer.Fit(mnist.Train, epochs: 5, progress: new TerminalProgress());
/// </code></example>
public sealed class TerminalProgress : IProgress<TrainingProgress>
{
    private const int LongestBar = 20;
    private const int SparkLength = 16;
    private const int ColumnGap = 3;
    private const int UsualWidth = 6;

    // Back to the start of the line, and clear it: the same two sequences in every terminal of the last thirty years.
    private const string Restart = "\r\u001b[K";

    private readonly IAnsiConsole _console;
    private readonly bool _isWatched;
    private Sparkline _losses = new(SparkLength);
    private int[]? _widths;
    private bool _hasOpenLine;

    /// <summary>Shows progress on the standard output.</summary>
    public TerminalProgress() : this(AnsiConsole.Console)
    {
    }

    /// <summary>Shows progress on a console.</summary>
    /// <param name="console">Where to write.</param>
    /// <param name="isWatched">
    /// Whether lines may be overwritten; by default where the console is a terminal that can.
    /// </param>
    public TerminalProgress(IAnsiConsole console, bool? isWatched = null)
    {
        ArgumentNullException.ThrowIfNull(console);
        _console = console;
        Capabilities capabilities = console.Profile.Capabilities;
        _isWatched = isWatched ?? (capabilities.Ansi && capabilities.Interactive && console.Profile.Out.IsTerminal);
    }

    /// <summary>What the examples are called; <c>examples</c> by default.</summary>
    public string Unit { get; init; } = "examples";

    private TextWriter Output => _console.Profile.Out.Writer;

    private bool IsUnicode => _console.Profile.Capabilities.Unicode;

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.StopReason is { } reason)
        {
            Close();
            Output.WriteLine($"stopped after epoch {NumberText.Integer(value.Epoch)}: {reason}");
        }
        else if (value.Record is { } record)
        {
            Close();
            (string Name, string Value)[] row = Row(value, record);
            if (_isWatched)
            {
                WriteRow(row);
            }
            else
            {
                Output.WriteLine(string.Join("   ", row.Select(cell => $"{cell.Name} {cell.Value}")));
            }

            _losses = new Sparkline(SparkLength);
        }
        else if (_isWatched)
        {
            _losses.Add(value.Metrics.Loss);
            Output.Write(Restart + Running(value, _console.Profile.Width - 1));
            _hasOpenLine = true;
        }

        Output.Flush();
    }

    /// <summary>Clears the changing line, so that other output starts on one of its own.</summary>
    public void Close()
    {
        if (_hasOpenLine)
        {
            Output.Write(Restart);
            _hasOpenLine = false;
        }
    }

    private (string Name, string Value)[] Row(TrainingProgress progress, EpochRecord record) =>
    [
        ("epoch", Position(progress.Epoch, progress.Epochs)),
        .. record.Training.Select(value => (value.Name, MetricText.Of(value.Name, value.Value))),
        .. record.Validation?.Select(value => ($"val {value.Name}", MetricText.Of(value.Name, value.Value))) ?? [],
        ("time", NumberText.Duration(record.Duration.TotalSeconds)),
        ($"{Unit}/s", NumberText.Grouped((long)record.ExamplesPerSecond)),
        ("left", NumberText.Duration(progress.Remaining.TotalSeconds)),
    ];

    // The heading stands above the first row; later values may be longer, and then push.
    private void WriteRow((string Name, string Value)[] row)
    {
        if (_widths?.Length != row.Length)
        {
            _widths =
            [
                .. row.Select(cell => Math.Max(Math.Max(cell.Name.Length, cell.Value.Length), UsualWidth) + ColumnGap),
            ];
            WriteCells(row.Select(cell => cell.Name), _widths);
        }

        WriteCells(row.Select(cell => cell.Value), _widths);
    }

    private void WriteCells(IEnumerable<string> cells, int[] widths) =>
        Output.WriteLine(string.Concat(cells.Zip(widths, (cell, width) => cell.PadLeft(width)))[ColumnGap..]);

    // The bar takes what room there is, and a line that would wrap is cut: it could not be overwritten.
    private string Running(TrainingProgress progress, int width)
    {
        string start = $"epoch {Position(progress.Epoch, progress.Epochs)} ";
        string phase = progress.Phase == TrainingPhase.Validation ? "validating   " : "";
        string spark = IsUnicode ? $" {_losses}" : "";
        string values = string.Join("   ", progress.Metrics.Select((value, i) =>
            $"{value.Name} {MetricText.Of(value.Name, value.Value)}{(i == 0 ? spark : "")}"));
        string end = $" {phase}{values}   {NumberText.Grouped((long)progress.ExamplesPerSecond)} {Unit}/s   "
            + $"{NumberText.Duration(progress.Remaining.TotalSeconds)} left";
        int room = Math.Clamp(width - start.Length - end.Length, 0, LongestBar);
        string line = start + Bar((double)progress.Step / Math.Max(progress.StepsPerEpoch, 1), room) + end;
        return line.Length <= width ? line : line[..Math.Max(width, 0)];
    }

    private static string Position(int epoch, int epochs)
    {
        string all = NumberText.Integer(epochs);
        return $"{NumberText.Integer(epoch).PadLeft(all.Length)}/{all}";
    }

    private string Bar(double share, int length)
    {
        int done = (int)(Math.Clamp(share, 0, 1) * length);
        (char full, char empty) = IsUnicode ? ('━', '─') : ('#', '-');
        return new string(full, done) + new string(empty, length - done);
    }
}
