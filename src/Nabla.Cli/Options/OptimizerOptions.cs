using System.CommandLine;

namespace Nabla.Cli.Options;

/// <summary>The options that say how a network learns.</summary>
internal sealed class OptimizerOptions
{
    private readonly IReadOnlyList<OptimizerKind> _kinds;
    private readonly Option<string> _optimizer;
    private readonly Option<double?> _rate;
    private readonly Option<double?> _momentum;
    private readonly Option<double?> _weightDecay;

    private readonly Option<string> _schedule;

    /// <summary>Makes the options.</summary>
    /// <param name="kinds">The methods with their defaults; the first is the default.</param>
    /// <param name="schedule">How the rate changes by default.</param>
    public OptimizerOptions(IReadOnlyList<OptimizerKind> kinds, string schedule = OptimizerSettings.OneCycle)
    {
        _kinds = kinds;
        string[] schedules = [OptimizerSettings.OneCycle, OptimizerSettings.Cosine, OptimizerSettings.Constant];
        _schedule = ChoiceOption.Create("--schedule", "How the rate changes while training.", schedules);
        _schedule.DefaultValueFactory = _ => schedule;
        _optimizer =
            ChoiceOption.Create("--optimizer", "Method of learning.", [.. kinds.Select(kind => kind.Name)]);
        _rate = NumberOptions.Real(
            "--rate", $"Learning rate, at its peak. [default: {OptimizerKind.Defaults(kinds, kind => kind.Rate)}]",
            0, isMinimumAllowed: false);
        _momentum = NumberOptions.Real(
            "--momentum",
            $"Share of a step in the next one. [default: {OptimizerKind.Defaults(kinds, kind => kind.Momentum)}]",
            0, limit: 1);
        _weightDecay = NumberOptions.Real(
            "--weight-decay",
            $"Pull of weights towards zero. [default: {OptimizerKind.Defaults(kinds, kind => kind.WeightDecay)}]", 0);
    }

    /// <summary>The options, for the command that takes them.</summary>
    public IEnumerable<Option> All => [_optimizer, _rate, _schedule, _momentum, _weightDecay];

    /// <summary>What the options say, with the defaults of the method chosen.</summary>
    /// <exception cref="UsageException">A number was given that the method does not have.</exception>
    public OptimizerSettings Read(ParseResult parsed)
    {
        string name = parsed.GetRequiredValue(_optimizer);
        OptimizerKind kind = _kinds.Single(kind => kind.Name == name);
        return new OptimizerSettings(
            kind,
            parsed.GetValue(_rate) ?? kind.Rate,
            Number(parsed, _momentum, kind, of => of.Momentum),
            Number(parsed, _weightDecay, kind, of => of.WeightDecay),
            parsed.GetRequiredValue(_schedule));
    }

    private double Number(
        ParseResult parsed, Option<double?> option, OptimizerKind kind, Func<OptimizerKind, double?> number)
    {
        if (parsed.GetValue(option) is not { } given)
        {
            return number(kind) ?? 0;
        }

        IEnumerable<string> others = _kinds
            .Where(other => number(other) is not null)
            .Select(other => other.Name);
        return number(kind) is not null ? given : throw new UsageException(
            $"{kind.Name} has no {option.Name}; leave it out, or choose --optimizer {string.Join(" or ", others)}.");
    }
}
