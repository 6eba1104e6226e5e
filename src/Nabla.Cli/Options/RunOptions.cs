using System.CommandLine;

namespace Nabla.Cli.Options;

/// <summary>The options that say how long, in which pieces and with which random numbers training runs.</summary>
internal sealed class RunOptions(int defaultEpochs, int defaultBatch)
{
    private readonly Option<int> _epochs =
        NumberOptions.Count("--epochs", "Passes over the training set.", defaultEpochs, minimum: 1, maximum: 1_000_000);

    private readonly Option<int> _batch =
        NumberOptions.Count("--batch", "Examples in a step.", defaultBatch, minimum: 1, maximum: 1 << 20);

    private readonly Option<int> _seed =
        NumberOptions.Count("--seed", "Where all random numbers come from.", fallback: 1, minimum: 0);

    /// <summary>The options, for the command that takes them.</summary>
    public IEnumerable<Option> All => [_epochs, _batch, _seed];

    public RunSettings Read(ParseResult parsed) =>
        new(parsed.GetValue(_epochs), parsed.GetValue(_batch), parsed.GetValue(_seed));
}
