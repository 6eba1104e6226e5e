using System.CommandLine;

namespace Nabla.Cli.Options;

/// <summary>The options that say how a network learns.</summary>
internal sealed class OptimizerOptions
{
    private readonly Option<string> _optimizer =
        ChoiceOption.Create("--optimizer", "Method of learning.", [.. OptimizerKind.All.Select(kind => kind.Name)]);

    private readonly Option<double?> _rate = NumberOptions.Real(
        "--rate", $"Learning rate, at its peak. [default: {OptimizerKind.Defaults(kind => kind.Rate)}]",
        0, isMinimumAllowed: false);

    private readonly Option<double?> _momentum = NumberOptions.Real(
        "--momentum", $"Share of a step in the next one. [default: {OptimizerKind.Defaults(kind => kind.Momentum)}]",
        0, limit: 1);

    private readonly Option<double?> _weightDecay = NumberOptions.Real(
        "--weight-decay",
        $"Pull of weights towards zero. [default: {OptimizerKind.Defaults(kind => kind.WeightDecay)}]", 0);

    private readonly Option<string> _schedule = ChoiceOption.Create(
        "--schedule", "How the rate changes while training.",
        OptimizerSettings.OneCycle, OptimizerSettings.Cosine, OptimizerSettings.Constant);

    /// <summary>The options, for the command that takes them.</summary>
    public IEnumerable<Option> All => [_optimizer, _rate, _schedule, _momentum, _weightDecay];

    /// <summary>What the options say, with the defaults of the method chosen.</summary>
    /// <exception cref="UsageException">A number was given that the method does not have.</exception>
    public OptimizerSettings Read(ParseResult parsed)
    {
        string name = parsed.GetRequiredValue(_optimizer);
        OptimizerKind kind = OptimizerKind.All.Single(kind => kind.Name == name);
        return new OptimizerSettings(
            kind,
            parsed.GetValue(_rate) ?? kind.Rate,
            Number(parsed, _momentum, kind, of => of.Momentum),
            Number(parsed, _weightDecay, kind, of => of.WeightDecay),
            parsed.GetRequiredValue(_schedule));
    }

    private static double Number(
        ParseResult parsed, Option<double?> option, OptimizerKind kind, Func<OptimizerKind, double?> number)
    {
        if (parsed.GetValue(option) is not { } given)
        {
            return number(kind) ?? 0;
        }

        IEnumerable<string> others = OptimizerKind.All
            .Where(other => number(other) is not null)
            .Select(other => other.Name);
        return number(kind) is not null ? given : throw new UsageException(
            $"{kind.Name} has no {option.Name}; leave it out, or choose --optimizer {string.Join(" or ", others)}.");
    }
}
