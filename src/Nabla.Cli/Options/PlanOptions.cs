using System.CommandLine;
using Nabla.Cli.Runs;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Options;

/// <summary>The options of a run: how examples are cut, what is trained, how long.</summary>
internal sealed class PlanOptions
{
    private const double DefaultTest = 0.2;
    private const double DefaultCheckpointSeconds = 60;
    private const double LongestCheckpointSeconds = 1e9;

    private readonly PlanDefaults _defaults;
    private readonly NetworkOptions _network;
    private readonly OptimizerOptions _optimizer;
    private readonly Option<double?> _validation;
    private readonly Option<int> _epochs;
    private readonly Option<int> _batch;

    private readonly Option<double?> _test = NumberOptions.Real(
        "--test", $"Share of the examples to test with. [default: {DefaultTest}]", 0, limit: 1);

    private readonly Option<int> _patience = ByData(NumberOptions.Count(
        "--patience", "Epochs without a better validation loss before training ends. [default: by the data]", 0, 1));

    private readonly Option<int> _seed =
        NumberOptions.Count("--seed", "Where all random numbers come from.", fallback: 1, minimum: 0);

    private readonly Option<bool> _augment =
        new("--augment") { Description = "Mirror, turn and move images at random while training." };

    private readonly Option<int> _checkpointSteps = NumberOptions.Count(
        "--checkpoint-steps", "Steps from one checkpoint to the next; 0 for none within an epoch.", 0, 0);

    private readonly Option<double?> _checkpointSeconds = NumberOptions.Real(
        "--checkpoint-seconds",
        $"Seconds from one checkpoint to the next within an epoch. [default: {DefaultCheckpointSeconds}]",
        0, LongestCheckpointSeconds, isMinimumAllowed: false);

    /// <summary>Makes the options.</summary>
    /// <param name="defaults">What holds where the user says nothing.</param>
    public PlanOptions(PlanDefaults defaults)
    {
        _defaults = defaults;
        _network = new NetworkOptions(defaults.Model, defaults.Hidden, defaults.Activation);
        _optimizer = new OptimizerOptions(defaults.Optimizers, defaults.Schedule);
        _validation = NumberOptions.Real(
            "--validation", $"Share of the examples that decide when to stop. [default: {defaults.Validation}"
                + (defaults.HasTest ? "]" : ", none of few]"), 0, limit: 1);
        _epochs = ByData(NumberOptions.Count(
            "--epochs", $"Passes over the training set, at most. [default: {Text(defaults.Epochs)}]", 0, 1, 1_000_000));
        if (defaults.EpochsAlias is { } alias)
        {
            _epochs.Aliases.Add(alias);
        }

        _batch = ByData(NumberOptions.Count(
            "--batch", $"Examples in a step. [default: {Text(defaults.Batch)}]", 0, 1, 1 << 20));

        static string Text(int? number) => number is { } known ? $"{known}" : "by the data";
    }

    /// <summary>The options, for the command that takes them.</summary>
    public IEnumerable<Option> All =>
    [
        .. _defaults.HasTest ? Array.Empty<Option>() : [_test], _validation, .. _network.All, .. _optimizer.All,
        _epochs, _batch, _patience, _seed, _augment, _checkpointSteps, _checkpointSeconds,
    ];

    /// <summary>What the options ask for, about some data.</summary>
    /// <exception cref="UsageException">Nothing is left to learn from.</exception>
    public RunRequest Read(ParseResult parsed, DataConfiguration data)
    {
        double test = _defaults.HasTest ? 0 : parsed.GetValue(_test) ?? DefaultTest;
        double validation = parsed.GetValue(_validation) ?? _defaults.Validation;
        if (test + validation >= 1)
        {
            throw new UsageException(
                $"--test {test} and --validation {validation} leave nothing to learn from; "
                + "they are less than 1 in all.");
        }

        return new RunRequest
        {
            Data = data,
            Validation = validation,
            IsValidationByData = !_defaults.HasTest && parsed.GetValue(_validation) is null
                && Given(parsed, _patience) is null,
            Test = test,
            Seed = parsed.GetValue(_seed),
            Epochs = Given(parsed, _epochs) ?? _defaults.Epochs,
            Batch = Given(parsed, _batch) ?? _defaults.Batch,
            Patience = Given(parsed, _patience),
            Network = _network.Kind(parsed),
            Hidden = _network.Hidden(parsed),
            Activation = _network.Activation(parsed),
            Dropout = _network.Dropout(parsed),
            Optimizer = _optimizer.Read(parsed),
            Augments = parsed.GetValue(_augment),
            CheckpointSteps = parsed.GetValue(_checkpointSteps),
            CheckpointSeconds = parsed.GetValue(_checkpointSeconds) ?? DefaultCheckpointSeconds,
        };
    }

    // A default that the data decide is better not printed as a number.
    private static Option<int> ByData(Option<int> option)
    {
        option.DefaultValueFactory = null;
        return option;
    }

    private static int? Given(ParseResult parsed, Option<int> option) =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option);
}
