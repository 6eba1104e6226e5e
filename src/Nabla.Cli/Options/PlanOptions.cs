using System.CommandLine;
using Nabla.Cli.Runs;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Options;

/// <summary>The options of a run: how examples are cut, what is trained, how long.</summary>
internal sealed class PlanOptions
{
    private const double DefaultTest = 0.2;
    private const double DefaultValidation = 0.1;
    private const double DefaultCheckpointSeconds = 60;
    private const double LongestCheckpointSeconds = 1e9;

    private readonly NetworkOptions _network = new(defaultHidden: null, defaultActivation: "relu");
    private readonly OptimizerOptions _optimizer = new(OptimizerKind.ForData);

    private readonly Option<double?> _test = NumberOptions.Real(
        "--test", $"Share of the examples to test with. [default: {DefaultTest}]", 0, limit: 1);

    private readonly Option<double?> _validation = NumberOptions.Real(
        "--validation", $"Share of the examples that decide when to stop. [default: {DefaultValidation}]", 0, limit: 1);

    private readonly Option<int> _epochs = ByData(NumberOptions.Count(
        "--epochs", "Passes over the training set, at most. [default: by the data]", 0, 1, 1_000_000));

    private readonly Option<int> _batch = ByData(
        NumberOptions.Count("--batch", "Examples in a step. [default: by the data]", 0, 1, 1 << 20));

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

    /// <summary>The options, for the command that takes them.</summary>
    public IEnumerable<Option> All =>
    [
        _test, _validation, .. _network.All, .. _optimizer.All, _epochs, _batch, _patience, _seed, _augment,
        _checkpointSteps, _checkpointSeconds,
    ];

    /// <summary>What the options ask for, about some data.</summary>
    /// <exception cref="UsageException">Nothing is left to learn from.</exception>
    public RunRequest Read(ParseResult parsed, DataConfiguration data)
    {
        double test = parsed.GetValue(_test) ?? DefaultTest;
        double validation = parsed.GetValue(_validation) ?? DefaultValidation;
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
            Test = test,
            Seed = parsed.GetValue(_seed),
            Epochs = Given(parsed, _epochs),
            Batch = Given(parsed, _batch),
            Patience = Given(parsed, _patience),
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
