namespace Nabla.Cli.Tests;

/// <summary>Presses Ctrl-C, as it were, as soon as an epoch is shown.</summary>
internal sealed class StopsAtFirstEpoch(CancellationTokenSource stop) : StringWriter
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
