namespace Nabla.Cli.Views;

/// <summary>
/// Tells how training goes: a line an epoch and, where somebody watches, one below that keeps changing.
/// </summary>
internal sealed class TrainingProgressView(Terminal terminal) : IProgress<TrainingProgress>
{
    private const int LongestBar = 24;

    // Back to the start of the line, and clear it: the same two sequences in every terminal of the last thirty years.
    private const string Restart = "\r\u001b[K";

    private bool _hasOpenLine;

    public void Report(TrainingProgress value)
    {
        if (value.Record is { } record)
        {
            Close();
            terminal.WriteLine(Finished(record, value));
        }
        else if (terminal.IsInteractive)
        {
            terminal.Output.Write(Restart + Running(value, terminal.Canvas.Profile.Width - 1));
            _hasOpenLine = true;
        }
    }

    /// <summary>Clears the changing line, so that other output starts on one of its own.</summary>
    public void Close()
    {
        if (_hasOpenLine)
        {
            terminal.Output.Write(Restart);
            _hasOpenLine = false;
        }
    }

    private static string Finished(EpochRecord record, TrainingProgress progress) =>
        $"epoch {Position(record.Epoch, progress.Epochs)}   {Values(record.Training)}   "
        + $"{Format.Rate(record.ExamplesPerSecond)}   {Format.Seconds(progress.Remaining)} left";

    // The bar takes what room there is, and a line that would wrap is cut: it could not be overwritten.
    private static string Running(TrainingProgress progress, int width)
    {
        string start = $"epoch {Position(progress.Epoch, progress.Epochs)} ";
        string end = $" {Values(progress.Metrics)}   {Format.Rate(progress.ExamplesPerSecond)}   "
            + $"{Format.Seconds(progress.Remaining)} left";
        int room = Math.Clamp(width - start.Length - end.Length, 0, LongestBar);
        string line = start + Bar((double)progress.Step / progress.StepsPerEpoch, room) + end;
        return line.Length <= width ? line : line[..width];
    }

    private static string Position(int epoch, int epochs) => $"{$"{epoch}".PadLeft($"{epochs}".Length)}/{epochs}";

    private static string Values(MetricValues values) =>
        $"loss {Format.Loss(values.Loss)}   accuracy {Format.Percent(values["accuracy"]),8}";

    private static string Bar(double share, int length)
    {
        int done = (int)(Math.Clamp(share, 0, 1) * length);
        return new string('━', done) + new string('─', length - done);
    }
}
